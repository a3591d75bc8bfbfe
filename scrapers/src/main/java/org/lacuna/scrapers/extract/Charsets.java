package org.lacuna.scrapers.extract;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns bytes into text. A byte order mark decides; else valid UTF-8 with enough evidence; else what was declared; else
 * what ICU detects. Pure and thread-safe.
 *
 * <p>Implementation note: one broken byte in a long UTF-8 file must not turn all of it into another alphabet (it would
 * look like a changed work), so such a file stays UTF-8 and the byte becomes U+FFFD.
 */
public final class Charsets {

    /** What the bytes turned out to be. */
    public sealed interface Decoded {
        /**
         * Text.
         *
         * @param text the text without its byte order mark
         * @param charset the encoding it was read in
         */
        record Text(String text, Charset charset) implements Decoded {}

        /**
         * Not text.
         *
         * @param why a phrase that follows the name of the file
         */
        record NotText(String why) implements Decoded {}
    }

    private static final Pattern DECLARATION =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    private static final int SURE_SEQUENCES = 8;
    private static final int SURE_CONFIDENCE = 60;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    /**
     * Decodes bytes.
     *
     * @param declared what an HTTP header, a page or a person says the encoding is; only a hint, since they err
     */
    public static Decoded decode(byte[] bytes, Optional<Charset> declared) {
        if (bytes.length == 0) {
            return new Decoded.NotText(
                    "is empty: there is nothing to read; check that it was saved or downloaded whole");
        }
        var marked = ByteOrderMark.of(bytes);
        if (marked.isPresent()) {
            var mark = marked.get();
            return strictly(Arrays.copyOfRange(bytes, mark.length(), bytes.length), mark.charset())
                    .orElseGet(() ->
                            new Decoded.NotText("begins with the mark of %s but is not valid %s: save it again as UTF-8"
                                    .formatted(mark.charset(), mark.charset())));
        }
        var binary = MagicNumbers.kindOf(bytes);
        if (binary.isPresent()) {
            return new Decoded.NotText("is %s, not text: %s"
                    .formatted(binary.get().name(), binary.get().remedy()));
        }
        return withoutMark(bytes, declared).map(Charsets::checked).orElseGet(Charsets::unknown);
    }

    /** The encoding that a Content-Type header or a piece of HTML declares; empty if none or one unknown here. */
    public static Optional<Charset> declaredIn(String declaration) {
        var found = DECLARATION.matcher(declaration);
        return found.find() ? named(found.group(1)) : Optional.empty();
    }

    /** The encoding that the first 4 KB of an HTML page declare. */
    public static Optional<Charset> declaredInHtml(byte[] bytes) {
        return declaredIn(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
    }

    private static Optional<Decoded> withoutMark(byte[] bytes, Optional<Charset> declared) {
        var wide = Utf16.withoutMark(bytes);
        if (wide.isPresent()) {
            return strictly(bytes, wide.get());
        }
        var utf8 = Utf8Evidence.of(bytes);
        if (utf8.broken() == 0 && utf8.sequences() >= SURE_SEQUENCES) {
            return strictly(bytes, StandardCharsets.UTF_8);
        }
        return declared.flatMap(charset -> strictly(bytes, charset))
                .or(() -> utf8.broken() == 0 ? strictly(bytes, StandardCharsets.UTF_8) : Optional.empty())
                .or(() -> utf8.almost()
                        ? Optional.of(
                                new Decoded.Text(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        : Optional.empty())
                .or(() -> detected(bytes, SURE_CONFIDENCE))
                .or(() -> DoubleByte.looksLikeGb(bytes) ? strictly(bytes, GB18030) : Optional.empty())
                .or(() -> DoubleByte.looksLikeBig5(bytes) ? strictly(bytes, BIG5) : Optional.empty())
                .or(() -> detected(bytes, 1))
                .or(() -> strictly(bytes, WINDOWS_1252));
    }

    private static Optional<Decoded> detected(byte[] bytes, int confidence) {
        for (var match : new CharsetDetector().setText(bytes).detectAll()) {
            String name = match.getName();
            boolean wanted = match.getConfidence() >= confidence && !name.startsWith("UTF-") && !name.startsWith("IBM");
            var text = wanted ? named(name).flatMap(charset -> strictly(bytes, charset)) : Optional.<Decoded>empty();
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<Decoded> strictly(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(new Decoded.Text(text.toString(), charset));
        } catch (CharacterCodingException wrongCharset) {
            return Optional.empty();
        }
    }

    /** Text has few control characters; what has many is some binary format. */
    private static Decoded checked(Decoded decoded) {
        if (!(decoded instanceof Decoded.Text(var text, var charset))) {
            return decoded;
        }
        long controls = text.chars().filter(Charsets::isControl).count();
        return text.indexOf('\0') >= 0 || controls * 100 > text.length() + 100L ? unknown() : decoded;
    }

    private static boolean isControl(int character) {
        return (character < 0x20 && (character < '\t' || character > '\r') && character != 0x1A && character != 0x1B)
                || (character >= 0x7F && character < 0xA0 && character != 0x85);
    }

    private static Decoded unknown() {
        return new Decoded.NotText("is binary or in an unknown encoding, not text: save it as UTF-8 text");
    }

    /** Browsers read the older name as its superset, as the WHATWG Encoding Standard has it. */
    private static Optional<Charset> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936" -> Optional.of(GB18030);
            case "big5", "big5-hkscs", "cp950" -> Optional.of(BIG5);
            case "iso-8859-1", "latin1", "ascii", "us-ascii" -> Optional.of(WINDOWS_1252);
            default -> supported(name);
        };
    }

    private static Optional<Charset> supported(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknownHere) {
            return Optional.empty();
        }
    }
}
