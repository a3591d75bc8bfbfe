package org.lacuna.scrapers.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionRef;

/** Ids that come from content: SHA-256 in lower-case hex over parts that each carry their length. */
final class Hashes {

    private final MessageDigest digest;

    private Hashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Hash of a section: of its passages, not of its name. */
    static String ofSection(List<Passage> passages) {
        var hash = new Hashes();
        for (var passage : passages) {
            hash.add(passage.getKind().name());
            hash.add(passage.getText());
            hash.add(passage.getKey().orElse(""));
            hash.add(passage.getFromMillis());
            hash.add(passage.getToMillis());
        }
        return hash.hex();
    }

    /** Id of a snapshot: the same content of a release at a source has the same id whenever it was seen. */
    static String ofSnapshot(Release release, String source, Availability availability, List<SectionRef> sections) {
        var hash = new Hashes();
        hash.add(release.getId());
        hash.add(source);
        hash.add(availability.name());
        for (var section : sections) {
            hash.add(section.getName());
            hash.add(section.getHash());
        }
        return hash.hex();
    }

    private void add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private void add(Optional<Long> number) {
        add(number.map(n -> Long.toString(n)).orElse(""));
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
