package org.lacuna.app.web;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;

/**
 * Findings as an Atom feed (RFC 4287). An entry keeps its id for good and is updated only when the substance of the
 * finding is: that a difference was confirmed once more is no news.
 */
final class Feed {

    static final String TYPE = "application/atom+xml; charset=utf-8";

    private Feed() {}

    /** @param self path of the feed with its filters, from the root of the site */
    static byte[] of(List<Finding> findings, String self, String page, Links links) {
        var feed = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        feed.setId(links.tag("findings" + self));
        feed.setTitle("Lacuna: latest findings");
        feed.setUpdated(Date.from(findings.stream()
                .map(Feed::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setOtherLinks(List.of(link("self", links.world(self)), link("alternate", links.world(page))));
        feed.setAuthors(List.<SyndPerson>of(author()));
        feed.setEntries(findings.stream().map(finding -> entry(finding, links)).toList());
        try {
            return new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed without a field that it must have", e);
        }
    }

    /** When the finding was made, or, where the difference is no more, when it was last seen. */
    private static Instant updated(Finding finding) {
        var change = finding.getChange();
        return change.getStatus() == ChangeStatus.CLOSED
                        && change.getLastConfirmed().isAfter(finding.getFoundAt())
                ? change.getLastConfirmed()
                : finding.getFoundAt();
    }

    private static Entry entry(Finding finding, Links links) {
        var row = FindingRow.of(finding, links);
        var entry = new Entry();
        entry.setId(links.tag("finding/" + Links.encoded(finding.getId())));
        entry.setTitle("%s: %s, %s (level %d)"
                .formatted(row.work(), row.kind(), row.market(), row.level().number()));
        entry.setPublished(Date.from(finding.getFoundAt()));
        entry.setUpdated(Date.from(updated(finding)));
        entry.setAlternateLinks(List.of(link("alternate", links.world("/findings/" + Links.encoded(finding.getId())))));
        entry.setCategories(finding.getTopics().stream()
                .map(topic -> category(Shown.line(topic.getId()), Shown.line(topic.getLabel())))
                .toList());
        var summary = new Content();
        summary.setType("text");
        summary.setValue(Shown.line(finding.getStatement())
                + text(" It reads: ", row.baseline())
                + text(" Instead of it: ", row.target())
                + (row.witnesses().isEmpty() ? "" : " Elsewhere: " + row.witnesses() + ".")
                + (row.closed() ? " The last comparison no longer finds the difference." : ""));
        entry.setSummary(summary);
        return entry;
    }

    private static String text(String words, Side side) {
        return side.runs().isEmpty()
                ? ""
                : words + side.runs().stream().map(Run::text).collect(Collectors.joining("", "“", "”"));
    }

    private static Category category(String term, String label) {
        var category = new Category();
        category.setTerm(term);
        category.setLabel(label);
        return category;
    }

    private static Link link(String rel, String href) {
        var link = new Link();
        link.setRel(rel);
        link.setHref(href);
        return link;
    }

    private static SyndPerson author() {
        var author = new SyndPersonImpl();
        author.setName("Lacuna");
        return author;
    }
}
