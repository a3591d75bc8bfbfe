package org.lacuna.scrapers.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Availability;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.KnownDocument;
import org.lacuna.schema.KnownRelease;
import org.lacuna.schema.SourceFault;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.fetch.Ask;
import org.lacuna.scrapers.fetch.Fetched;
import org.lacuna.scrapers.fetch.Fetcher;
import org.lacuna.scrapers.fetch.PageQuality;
import org.lacuna.scrapers.publish.Showing;
import org.lacuna.scrapers.publish.ShownDocument;
import org.lacuna.scrapers.publish.ShownDocument.Content;
import org.lacuna.scrapers.source.Source;
import org.lacuna.topics.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one release, document by document: whole or not at all. Used once. */
final class ReleaseReader {

    private sealed interface Step {
        record Read(ShownDocument document) implements Step {}

        record Missing(boolean vanished) implements Step {}

        record Ended(Outcome outcome) implements Step {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseReader.class);

    private final Fetcher fetcher;
    private final Clock clock;
    private final Source source;
    private final Source.Listing listing;
    private final List<KnownDocument> known;
    private final Instant observedAt;

    ReleaseReader(Fetcher fetcher, Clock clock, Source source, Source.Listing listing, Optional<KnownRelease> known) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.source = source;
        this.listing = listing;
        this.known = known.map(KnownRelease::getDocuments).orElse(List.of());
        observedAt = clock.instant();
    }

    Outcome read() throws InterruptedException {
        var shown = new ArrayList<ShownDocument>();
        boolean vanished = false;
        for (var document : listing.documents()) {
            switch (read(document, shown.isEmpty())) {
                case Step.Ended(var outcome) -> {
                    return outcome;
                }
                case Step.Read(var read) -> shown.add(read);
                case Step.Missing(var wasThere) -> vanished |= wasThere;
            }
        }
        var broken = new PromiseCheck(source, listing, shown).broken();
        return broken.isPresent()
                ? faulty(broken.get())
                : new Outcome.Shown(
                        new Showing(
                                listing.release(),
                                source.id(),
                                url(),
                                observedAt,
                                Availability.LISTED,
                                shown,
                                shown.stream().map(ShownDocument::capture).toList()),
                        vanished);
    }

    private Step read(Source.Document document, boolean first) throws InterruptedException {
        var id = DocumentText.id(source, document);
        var last = known.stream().filter(one -> one.getUrl().equals(id)).findFirst();
        return switch (fetcher.fetch(ask(document, last))) {
            case Fetched.Fault fault -> new Step.Ended(faulty(fault));
            case Fetched.Unchanged unchanged ->
                new Step.Read(unchanged(last.orElseThrow(), unchanged.etag(), unchanged.lastModified()));
            case Fetched.Page page ->
                switch (PageQuality.of(page, source, document)) {
                    case PageQuality.Bad(var fault) -> new Step.Ended(faulty(fault));
                    case PageQuality.Missing() -> new Step.Missing(last.isPresent());
                    case PageQuality.Absent(var byStatus) -> absent(page, byStatus && !first);
                    case PageQuality.Good(var text) -> good(document, id, page, text, last);
                };
        };
    }

    private Step good(
            Source.Document document, String id, Fetched.Page page, String text, Optional<KnownDocument> last) {
        var digest = "sha256:" + page.body().sha256().hex();
        if (last.isPresent() && last.get().getDigest().equals(digest)) {
            return new Step.Read(unchanged(last.get(), page.etag(), page.lastModified()));
        }
        return switch (DocumentText.read(document, text, listing.release().getLanguage())) {
            case Extracted.Unreadable(var why) ->
                new Step.Ended(faulty(page.fault(FaultKind.INCOMPLETE, "extract.unreadable", why)));
            case Extracted.Ok(var sections) ->
                new Step.Read(new ShownDocument(
                        id, page.etag(), page.lastModified(), digest, page.capture(), new Content.Fresh(sections)));
        };
    }

    /** A status says that the release is absent only where nothing of it was found; else the document is broken. */
    private Step absent(Fetched.Page page, boolean contradicted) {
        if (contradicted) {
            return new Step.Ended(faulty(page.fault(
                    FaultKind.DOWN,
                    "status." + page.status(),
                    "%s is not there (status %d), but the release is; check the address"
                            .formatted(page.url(), page.status()))));
        }
        return new Step.Ended(new Outcome.Absent(new Showing(
                listing.release(),
                source.id(),
                url(),
                observedAt,
                Availability.ABSENT,
                List.of(),
                List.of(page.capture()))));
    }

    private static ShownDocument unchanged(KnownDocument last, Optional<String> etag, Optional<String> lastModified) {
        return new ShownDocument(
                last.getUrl(),
                etag.or(last::getEtag),
                lastModified.or(last::getLastModified),
                last.getDigest(),
                last.getCapture(),
                new Content.Unchanged(last.getSections()));
    }

    private Ask ask(Source.Document document, Optional<KnownDocument> last) {
        return new Ask(
                document.url(),
                source.id(),
                listing.release().getId(),
                listing.release().getMarket(),
                listing.release().getLanguage(),
                listing.egress(),
                source.pause(),
                last.map(one -> new Ask.Known(one.getEtag(), one.getLastModified(), one.getCapture())));
    }

    private Outcome faulty(Fetched.Fault fault) {
        var at = clock.instant();
        var url = fault.url().toString();
        var release = listing.release().getId();
        return new Outcome.Faulty(
                new SourceFault(
                        Ids.of(source.id(), release, url, at.toString()),
                        source.id(),
                        release,
                        url,
                        fault.kind(),
                        fault.rule(),
                        fault.says(),
                        at,
                        fault.capture().orElse(null)),
                fault.retryAt());
    }

    /** What becomes of the release when reading it failed by a fault of ours. */
    Outcome failed(Throwable e) {
        LOG.error("{} of {} cannot be read", listing.release().getId(), source.id(), e);
        var at = clock.instant();
        var release = listing.release().getId();
        return new Outcome.Faulty(
                new SourceFault(
                        Ids.of(source.id(), release, url(), at.toString()),
                        source.id(),
                        release,
                        url(),
                        FaultKind.INCOMPLETE,
                        "reader.failed",
                        "%s cannot be read by a fault of the reader, please report it: %s".formatted(url(), e),
                        at,
                        null),
                Optional.empty());
    }

    private String url() {
        return listing.documents().getFirst().url().toString();
    }
}
