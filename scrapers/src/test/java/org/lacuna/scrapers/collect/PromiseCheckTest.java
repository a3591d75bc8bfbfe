package org.lacuna.scrapers.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Capture;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.fetch.Fetched;
import org.lacuna.scrapers.publish.ShownDocument;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.SourceReader;

class PromiseCheckTest {

    private static final Source SOURCE = ((SourceReader.Result.Ok) SourceReader.read(
                    """
                    id: books
                    name: Books
                    medium: book
                    promise: {passages: 2}
                    documents: [{url: "http://books.example/{work}", read: text}]
                    releases: [{work: w, title: W, market: GLOBAL, language: en}]
                    """,
                    "books.yaml"))
            .source();

    @Test
    void aReleaseOfMoreSectionsThanASnapshotHoldsIsASourceFault() {
        assertThat(broken(9_000)).hasValueSatisfying(fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.INCOMPLETE);
            assertThat(fault.rule()).isEqualTo("release.too-large");
        });
    }

    @Test
    void aReleaseOfManyChaptersIsNone() {
        assertThat(broken(3_000)).isEmpty();
    }

    @Test
    void fewerPassagesThanPromisedAreOne() {
        assertThat(broken(1))
                .hasValueSatisfying(fault -> assertThat(fault.rule()).isEqualTo("promise.passages"));
    }

    private static Optional<Fetched.Fault> broken(int sections) {
        var passage = new Passage(PassageKind.PROSE, "The ferry left.", null, null, null);
        var section = new Extracted.Section("Chapter", List.of(passage));
        var document = new ShownDocument(
                "http://books.example/w",
                Optional.empty(),
                Optional.empty(),
                "sha256:0",
                new Capture("http://books.example/w", "a.warc.gz", "<urn:uuid:1>", "sha256:0", Instant.EPOCH),
                new ShownDocument.Content.Fresh(Collections.nCopies(sections, section)));
        return new PromiseCheck(SOURCE, SOURCE.releases().getFirst(), List.of(document)).broken();
    }
}
