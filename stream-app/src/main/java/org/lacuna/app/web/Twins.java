package org.lacuna.app.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.history.Page;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.app.history.WorkSummary;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SourceFault;

/** The pages as JSON objects. Each names its schema; records are those of the contract, whole. */
final class Twins {

    private final Links links;

    Twins(Links links) {
        this.links = links;
    }

    Map<String, @Nullable Object> findings(Page<Finding> page, Filters filters) {
        var twin = twin("lacuna/findings/1", filters.on("/", filters.cursor()));
        twin.put("findings", page.items().stream().map(this::finding).toList());
        twin.put("next", page.next().orElse(null));
        twin.put(
                "next_url",
                page.next()
                        .map(next -> links.world(filters.on("/findings.json", Optional.of(next))))
                        .orElse(null));
        return twin;
    }

    Map<String, @Nullable Object> finding(Finding finding) {
        var level = Level.of(finding.getLevel());
        var twin = twin("lacuna/finding/1", "/findings/" + Links.encoded(finding.getId()));
        twin.put("levelMeans", level.name() + ": " + level.means());
        twin.put("ruleMeans", Level.rule(finding.getRule()));
        twin.put("finding", finding);
        return twin;
    }

    Map<String, @Nullable Object> works(List<WorkSummary> works) {
        var twin = twin("lacuna/works/1", "/works");
        twin.put("works", works);
        twin.put("next", null);
        twin.put("next_url", null);
        return twin;
    }

    Map<String, @Nullable Object> work(WorkHistory work) {
        var twin = twin("lacuna/work/1", "/works/" + Links.encoded(work.id()));
        twin.put("work", work);
        return twin;
    }

    Map<String, @Nullable Object> section(List<Passage> passages) {
        var twin = new LinkedHashMap<String, @Nullable Object>();
        twin.put("schema", "lacuna/section/1");
        twin.put("passages", passages);
        return twin;
    }

    Map<String, @Nullable Object> faults(List<SourceFault> faults) {
        var twin = twin("lacuna/sources/1", "/sources");
        twin.put("faults", faults);
        twin.put("next", null);
        twin.put("next_url", null);
        return twin;
    }

    Map<String, @Nullable Object> about() {
        var about = AboutPage.of(links);
        var twin = twin("lacuna/about/1", "/about");
        twin.put("levels", about.levels());
        twin.put("classes", about.classes());
        return twin;
    }

    private Map<String, @Nullable Object> twin(String schema, String page) {
        var twin = new LinkedHashMap<String, @Nullable Object>();
        twin.put("schema", schema);
        twin.put("url", links.world(page));
        return twin;
    }
}
