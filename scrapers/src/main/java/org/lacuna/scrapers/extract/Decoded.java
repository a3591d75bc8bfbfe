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
import java.util.List;
import java.util.Optional;

/** Bytes as text: by byte order mark, then as declared, then UTF-8, then by what the bytes look like. */
sealed interface Decoded {

    /**
     * They are text.
     *
     * @param text without a byte order mark, lines ended by a single line feed
     */
    record Text(String text) implements Decoded {}

    /**
     * They are not.
     *
     * @param why in plain words
     */
    record NotText(String why) implements Decoded {}

    /** How much of a document the detection looks at, in bytes. */
    int SAMPLE = 64 * 1024;

    /** How PDF, ZIP and EPUB, PNG, JPEG and gzip files begin, a character a byte. */
    List<String> BINARY = List.of("%PDF", "PK\003\004", "\u0089PNG", "\u00FF\u00D8\u00FF", "\u001F\u008B");

    /** Below this confidence (of 100) a guess is as good as none. */
    int LEAST_CONFIDENCE = 25;

    /**
     * Decodes a document.
     *
     * @param declared charset that its source declares; not trusted where the bytes do not fit it
     */
    static Decoded of(byte[] bytes, Optional<Charset> declared) {
        var marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        if (looksBinary(bytes)) {
            return new NotText("holds binary data, not text");
        }
        return strictly(bytes, declared.orElse(StandardCharsets.UTF_8))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> guessed(bytes).flatMap(charset -> strictly(bytes, charset)))
                .<Decoded>map(text -> new Text(lines(text)))
                .orElseGet(() -> new NotText("is in no charset that could be told: save it as UTF-8"));
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        // The marks of UTF-32 begin with those of UTF-16: they are asked for first.
        for (var charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_32LE,
                StandardCharsets.UTF_32BE,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            var mark = "\uFEFF".getBytes(charset);
            if (startsWith(bytes, mark)) {
                return Optional.of(
                        new Text(lines(new String(bytes, mark.length, bytes.length - mark.length, charset))));
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte... start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** Text has no zero bytes, but for UTF-16 without a mark, where about every other byte of Latin text is one. */
    private static boolean looksBinary(byte[] bytes) {
        if (BINARY.stream().anyMatch(start -> startsWith(bytes, start.getBytes(StandardCharsets.ISO_8859_1)))) {
            return true;
        }
        int even = 0;
        int odd = 0;
        int length = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        boolean utf16 = Math.min(even, odd) * 20 < Math.max(even, odd);
        return even + odd > 0 && !utf16;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> guessed(byte[] bytes) {
        var sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        var match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(match.getName()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String lines(String text) {
        var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
