package org.lacuna.scrapers.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.lacuna.schema.FaultKind;
import org.lacuna.scrapers.extract.Charsets;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.Source.Read;

/**
 * Judges one page. The order of the questions matters: a challenge comes before everything, since it may have any status and
 * lacks whatever was promised; what the source declares of itself comes before what is known of all.
 */
final class PageJudge {

    private static final Pattern HTML =
            Pattern.compile("<(?:html|!doctype\\s+html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;
    /** Characters to be read; challenge pages hold a few sentences. */
    private static final int SHORT = 2000;

    private final Fetched.Page page;
    private final Source source;
    private final Source.Document document;
    private final String text;
    private final Optional<String> unreadable;
    private final boolean html;

    PageJudge(Fetched.Page page, Source source, Source.Document document) {
        this.page = page;
        this.source = source;
        this.document = document;
        var bytes = page.body().toByteArray();
        var declared = page.contentType().flatMap(Charsets::declaredIn).or(() -> Charsets.declaredInHtml(bytes));
        switch (Charsets.decode(bytes, declared)) {
            case Charsets.Decoded.Text(var decoded, var _) -> {
                text = decoded;
                unreadable = Optional.empty();
            }
            case Charsets.Decoded.NotText(var why) -> {
                text = "";
                unreadable = Optional.of(why);
            }
        }
        html = HTML.matcher(text.substring(0, Math.min(text.length(), HEAD))).find();
    }

    PageQuality judge() {
        var challenge = looksLikeANotice() ? BlockPages.challenge(text) : Optional.<String>empty();
        if (challenge.isPresent()) {
            return blocked(challenge.get(), "shows a challenge or refusal instead of content");
        }
        var own = source.blocked().stream().filter(text::contains).findFirst();
        if (own.isPresent() && (looksLikeANotice() || isShort())) {
            return blocked("signature.declared", "shows the block page that says '%s'".formatted(own.get()));
        }
        if (saysAbsent()) {
            return new PageQuality.Absent(false);
        }
        if (source.absence().status().contains(page.status()) && !document.optional()) {
            return new PageQuality.Absent(true);
        }
        var region = looksLikeANotice() ? BlockPages.wrongRegion(text) : Optional.<String>empty();
        return region.isPresent()
                ? blocked(region.get(), "says that it is not shown where it is asked from; check the egress")
                : byStatus();
    }

    private PageQuality byStatus() {
        int status = page.status();
        var rule = "status." + status;
        return switch (status) {
            case 200, 203 -> byContent();
            case 401, 403, 429, 451, 503 -> blocked(rule, "refuses with status " + status);
            case 404, 410 ->
                document.optional()
                        ? new PageQuality.Missing()
                        : bad(FaultKind.DOWN, rule, "is not there (status %d); check the address".formatted(status));
            default ->
                status / 100 == 2
                        ? bad(FaultKind.INCOMPLETE, rule, "came back in part (status %d)".formatted(status))
                        : bad(FaultKind.DOWN, rule, "failed with status " + status);
        };
    }

    private PageQuality byContent() {
        if (page.body().size() == 0) {
            return bad(FaultKind.INCOMPLETE, "body.empty", "came back empty");
        }
        if (unreadable.isPresent()) {
            return bad(FaultKind.INCOMPLETE, "extract.unreadable", unreadable.get());
        }
        if (html && document.read() != Read.PAGE && document.read() != Read.AUTO) {
            return bad(FaultKind.INCOMPLETE, "extract.unreadable", "is a web page, which was not promised here");
        }
        var promised = source.promise().contains().filter(whole -> document.read() == Read.PAGE);
        return promised.isPresent() && !text.contains(promised.get())
                ? bad(
                        FaultKind.INCOMPLETE,
                        "promise.contains",
                        "lacks the promised text '%s': it may have a new layout".formatted(promised.get()))
                : new PageQuality.Good(text);
    }

    /** An article about block pages is long, or holds what was promised. */
    private boolean looksLikeANotice() {
        if (!html && document.read() != Read.PAGE) {
            return false;
        }
        return switch (document.read()) {
            case PAGE ->
                page.status() != 200
                        || source.promise()
                                .contains()
                                .map(promised -> !text.contains(promised))
                                .orElseGet(this::isShort);
            case AUTO, TEXT -> page.status() != 200 || isShort();
            case SUBTITLES, STRINGS -> true;
        };
    }

    private boolean isShort() {
        return (html ? Jsoup.parse(text).text() : text).length() < SHORT;
    }

    private boolean saysAbsent() {
        int status = page.status();
        boolean mayBeBelieved = status == 200
                || status == 404
                || status == 410
                || source.absence().status().contains(status);
        return mayBeBelieved
                && (html || document.read() == Read.PAGE)
                && source.absence()
                        .selector()
                        .filter(css -> !Jsoup.parse(text).select(css).isEmpty())
                        .isPresent();
    }

    private PageQuality blocked(String rule, String what) {
        return bad(FaultKind.BLOCKED, rule, what);
    }

    private PageQuality bad(FaultKind kind, String rule, String what) {
        return new PageQuality.Bad(page.fault(kind, rule, page.url() + " " + what));
    }
}
