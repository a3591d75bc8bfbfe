package org.lacuna.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Records that were ever written stay readable, and readers that are already out there can read the new ones. */
class SchemaEvolutionTest {

    private static final Path PUBLISHED = Path.of("src/main/resources/published");

    /**
     * The oldest version whose readers can read new records, where it is not the first. The enums of version 1 had no
     * default, so that such a reader fails on a kind or status that came later; since version 2 it takes the default.
     */
    private static final Map<String, Integer> OLDEST_READER =
            Map.of("Change", 2, "Comparison", 2, "Finding", 2, "Alert", 2);

    @TestFactory
    Stream<DynamicTest> currentSchemaIsTheLastPublishedOne() {
        return eachTopic(topic -> {
            var current = topic.values().schema();
            var published = PublishedSchemas.of(current.getName());
            assertThat(published)
                    .as(
                            "src/main/resources/published/%s: publish a changed schema as the next number",
                            current.getName())
                    .isNotEmpty();
            assertThat(SchemaNormalization.parsingFingerprint64(published.getLast()))
                    .as("%s changed: publish it as %d.avsc", current.getName(), published.size() + 1)
                    .isEqualTo(SchemaNormalization.parsingFingerprint64(current));
        });
    }

    @TestFactory
    Stream<DynamicTest> newReadersReadOldRecordsAndOldReadersReadNewOnes() {
        return eachTopic(topic -> {
            var current = topic.values().schema();
            var published = PublishedSchemas.of(current.getName());
            for (var earlier : published) {
                assertThat(reads(current, earlier))
                        .as("new reader, old record")
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
            int oldest = OLDEST_READER.getOrDefault(current.getName(), 1);
            for (var earlier : published.subList(oldest - 1, published.size())) {
                assertThat(reads(earlier, current))
                        .as("old reader, new record")
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyDefaultIsReallyThereForOldRecords() throws IOException {
        // A field that is added without a default breaks the reading of every old record.
        var parser = new Schema.Parser();
        var old = parser.parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}");
        var added = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}");
        return Stream.of(
                DynamicTest.dynamicTest("a field without a default is refused", () -> assertThat(reads(added, old))
                        .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE)));
    }

    @TestFactory
    Stream<DynamicTest> publishedVersionsAreNeverSkipped() throws IOException {
        try (var folders = Files.list(PUBLISHED)) {
            return folders.filter(Files::isDirectory).toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName() + "", () -> {
                        var name = String.valueOf(folder.getFileName());
                        try (var files = Files.list(folder)) {
                            assertThat(PublishedSchemas.of(name)).hasSize((int) files.count());
                        }
                    }));
        }
    }

    @Test
    void aPublishedVersionIsNeverEditedNorTakenAway() throws Exception {
        var listed = new TreeMap<String, String>();
        for (var line : Files.readAllLines(PUBLISHED.resolve("fingerprints.txt"))) {
            listed.put(line.substring(66), line.substring(0, 64));
        }

        assertThat(fingerprints())
                .as("published/fingerprints.txt: take back what was edited, and publish it as the next number instead; "
                        + "for a new number add a line with: sha256sum NAME/N.avsc >> fingerprints.txt")
                .isEqualTo(listed);
    }

    /** SHA-256 of each published file: Avro's own fingerprint leaves out defaults, which old records are read with. */
    private static Map<String, String> fingerprints() throws Exception {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(PUBLISHED)) {
            for (var file : files.filter(f -> f.toString().endsWith(".avsc")).toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                found.put(
                        PUBLISHED.relativize(file).toString().replace('\\', '/'),
                        HexFormat.of().formatHex(digest));
            }
        }
        return found;
    }

    private static SchemaCompatibilityType reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static Stream<DynamicTest> eachTopic(Consumer<Topic<?>> claim) {
        return List.copyOf(Topics.ALL).stream()
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> claim.accept(topic)));
    }
}
