package org.lacuna.app.web;

import java.util.List;
import org.lacuna.schema.SourceFault;

/** What the sources did not deliver. */
public record SourcesPage(Frame frame, List<Row> rows) {

    /** A fault; the address to follow is empty where a browser should not. */
    public record Row(
            String kind,
            String source,
            String release,
            String url,
            String href,
            String says,
            String rule,
            String at,
            String atExactly) {}

    static SourcesPage of(List<SourceFault> faults, Links links) {
        return new SourcesPage(
                new Frame("Sources", "sources", links.to("/"), links.to("/sources.json"), links.to("/feed.atom")),
                faults.stream().map(SourcesPage::row).toList());
    }

    private static Row row(SourceFault fault) {
        return new Row(
                Words.of(fault.getKind()),
                Shown.line(fault.getSource()),
                Shown.line(fault.getRelease()),
                Shown.line(fault.getUrl(), 200),
                Links.outside(fault.getUrl()),
                Shown.line(fault.getSays()),
                Shown.line(fault.getRule()),
                Words.minute(fault.getAt()),
                fault.getAt().toString());
    }
}
