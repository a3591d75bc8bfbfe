package org.lacuna.app.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Finding;
import org.lacuna.topics.Topics;

/** Finds a page of findings: newest first, and where times are equal by id, so that every finding has one place. */
final class FindingSearch {

    private final List<String> conditions = new ArrayList<>(List.of("withdrawn = 0"));
    private final Map<String, Object> values = new HashMap<>();
    private final int limit;

    private FindingSearch(FindingQuery query) {
        this.limit = query.limit();
        where("level >= :level", "level", query.minLevel());
        query.work().ifPresent(work -> where("work = :work", "work", work));
        query.market().ifPresent(market -> where("market = :market", "market", market));
        query.medium().ifPresent(medium -> where("medium = :medium", "medium", medium.name()));
        query.topic()
                .ifPresent(topic ->
                        where("id in (select finding from finding_topic where topic = :topic)", "topic", topic));
    }

    /** Runs a query; a cursor that is none of ours gives an empty page. */
    static Page<Finding> page(Handle handle, FindingQuery query) {
        var search = new FindingSearch(query);
        if (query.cursor().isPresent()) {
            var place = Place.read(query.cursor().get());
            if (place.isEmpty()) {
                return new Page<>(List.of(), Optional.empty());
            }
            search.after(place.get());
        }
        return search.run(handle);
    }

    private void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private void after(Place place) {
        where("(found_at < :at or (found_at = :at and id > :id))", "at", place.foundAt());
        values.put("id", place.id());
    }

    private Page<Finding> run(Handle handle) {
        // One more than asked for says whether there is a next page.
        var found = handle.createQuery("select record from finding where " + String.join(" and ", conditions)
                        + " order by found_at desc, id limit :limit")
                .bindMap(values)
                .bind("limit", limit + 1L)
                .map(Stored.as(Topics.FINDINGS))
                .list();
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        var items = found.subList(0, limit);
        return new Page<>(items, Optional.of(Place.of(items.getLast()).written()));
    }

    /** Where a finding stands in the order. */
    private record Place(String foundAt, String id) {

        static Place of(Finding finding) {
            return new Place(Stored.time(finding.getFoundAt()), finding.getId());
        }

        static Optional<Place> read(String cursor) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int blank = text.indexOf(' ');
                return blank < 0
                        ? Optional.empty()
                        : Optional.of(new Place(text.substring(0, blank), text.substring(blank + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        String written() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((foundAt + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
