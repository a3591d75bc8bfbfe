package org.lacuna.app.web;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Capture;
import org.lacuna.schema.Snapshot;

/**
 * Where a side was read.
 *
 * @param release the release, in words
 * @param snapshot id of the snapshot
 * @param source id of the source; empty where the snapshot is not kept
 * @param observed when the source was asked; empty where the snapshot is not kept
 * @param observedExactly the same as ISO 8601
 * @param captures what the archive keeps of it
 */
public record Provenance(
        String release, String snapshot, String source, String observed, String observedExactly, List<Kept> captures) {

    /**
     * A capture.
     *
     * @param url address that was asked, to read
     * @param href the same to follow; empty where a browser should not
     * @param file WARC file
     * @param record WARC record id
     * @param digest SHA-256 of the payload
     * @param fetched when
     */
    public record Kept(String url, String href, String file, String record, String digest, String fetched) {}

    static Provenance of(String release, String id, Optional<Snapshot> snapshot) {
        return new Provenance(
                release,
                Shown.line(id),
                snapshot.map(s -> Shown.line(s.getSource())).orElse(""),
                snapshot.map(s -> Words.minute(s.getObservedAt())).orElse(""),
                snapshot.map(s -> s.getObservedAt().toString()).orElse(""),
                snapshot.map(Snapshot::getCaptures).orElse(List.of()).stream()
                        .map(Provenance::kept)
                        .toList());
    }

    private static Kept kept(Capture capture) {
        return new Kept(
                Shown.line(capture.getUrl()),
                Links.outside(capture.getUrl()),
                Shown.line(capture.getFile()),
                Shown.line(capture.getRecord()),
                Shown.line(capture.getDigest()),
                Words.minute(capture.getFetchedAt()));
    }
}
