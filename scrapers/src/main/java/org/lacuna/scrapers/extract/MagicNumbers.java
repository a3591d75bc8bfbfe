package org.lacuna.scrapers.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Knows common binary formats by their first bytes. */
final class MagicNumbers {

    /**
     * A binary format.
     *
     * @param name with its article
     * @param remedy what a person can do
     */
    record Kind(String name, String remedy) {}

    private static final Kind IMAGE = new Kind("an image", "give its text instead");
    private static final Kind PACKED = new Kind("a compressed archive", "unpack it first, and give the file inside");
    private static final Kind MEDIA = new Kind("an audio or video file", "give its subtitles instead");
    private static final Kind PROGRAM = new Kind("a program", "give the file that holds its strings");

    private MagicNumbers() {}

    static Optional<Kind> kindOf(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF-")) {
            return Optional.of(new Kind("a PDF document", "convert it to text first, for instance with pdftotext"));
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(new Kind(
                    "a ZIP container (an archive, EPUB or office document)", "unpack or save it as text first"));
        }
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8")) {
            return Optional.of(IMAGE);
        }
        if (head.startsWith("\u001f\u008b") || head.startsWith("7z\u00bc\u00af") || head.startsWith("Rar!\u001a")) {
            return Optional.of(PACKED);
        }
        if (head.startsWith("\u001aE\u00df\u00a3") || head.startsWith("ftyp", 4) || head.startsWith("OggS\u0000")) {
            return Optional.of(MEDIA);
        }
        return head.startsWith("\u007fELF") || head.startsWith("\u00ca\u00fe\u00ba\u00be")
                ? Optional.of(PROGRAM)
                : Optional.empty();
    }
}
