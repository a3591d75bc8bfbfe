package org.lacuna.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.app.history.WorkSummary;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;

/** Writes what is kept as one JSON object of the schema {@code lacuna/works/1} or {@code lacuna/history/1}. */
final class HistoryJson {

    /** Writes what belongs into an object. */
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private final PrintWriter out;

    HistoryJson(PrintWriter out) {
        this.out = out;
    }

    void print(List<WorkSummary> works) {
        object("lacuna/works/1", json -> {
            json.writeArrayFieldStart("works");
            for (var work : works) {
                json.writeStartObject();
                json.writeStringField("id", work.id());
                json.writeStringField("title", work.title());
                json.writeStringField("medium", work.medium().name());
                strings(json, "markets", work.markets());
                json.writeNumberField("versions", work.snapshots());
                json.writeNumberField("findings", work.findings());
                json.writeNumberField("highestLevel", work.highestLevel());
                json.writeStringField("lastSeen", work.lastSeen().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    void print(Timeline timeline) {
        object("lacuna/history/1", json -> {
            json.writeStringField("id", timeline.history().id());
            json.writeStringField("title", timeline.history().title());
            json.writeStringField("medium", timeline.history().medium().name());
            json.writeArrayFieldStart("releases");
            for (var versions : timeline.releases()) {
                release(json, versions);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (var finding : timeline.history().findings()) {
                finding(json, finding);
            }
            json.writeEndArray();
        });
    }

    private static void release(JsonGenerator json, Timeline.Versions versions) throws IOException {
        var release = versions.release();
        json.writeStartObject();
        json.writeStringField("id", release.getId());
        json.writeStringField("market", release.getMarket());
        json.writeStringField("language", release.getLanguage());
        json.writeStringField("edit", release.getEdit());
        json.writeArrayFieldStart("versions");
        for (var version : versions.versions()) {
            version(json, version);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void version(JsonGenerator json, Timeline.Version version) throws IOException {
        var snapshot = version.snapshot();
        json.writeStartObject();
        json.writeStringField("snapshot", snapshot.getId());
        json.writeStringField("observedAt", snapshot.getObservedAt().toString());
        json.writeStringField("source", snapshot.getSource());
        json.writeStringField("url", snapshot.getUrl());
        json.writeStringField("availability", snapshot.getAvailability().name());
        json.writeNumberField("sections", snapshot.getSections().size());
        if (version.fromBefore().isPresent()) {
            var comparison = version.fromBefore().get();
            json.writeObjectFieldStart("fromBefore");
            for (var count : comparison.getCounts()) {
                json.writeNumberField(count.getKind().name(), count.getCount());
            }
            json.writeEndObject();
            if (comparison.getNotCompared().isPresent()) {
                json.writeStringField("notCompared", comparison.getNotCompared().get());
            }
        }
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        var change = finding.getChange();
        json.writeStartObject();
        json.writeStringField("id", finding.getId());
        json.writeNumberField("level", finding.getLevel());
        json.writeStringField("class", finding.getFindingClass().name());
        json.writeStringField("kind", change.getKind().name());
        json.writeNumberField("score", finding.getScore());
        json.writeNumberField("certainty", finding.getCertainty());
        json.writeStringField("market", change.getTargetRelease().getMarket());
        json.writeStringField("release", change.getTargetRelease().getId());
        json.writeStringField("statement", finding.getStatement());
        text(json, "baseline", change.getBaseline());
        text(json, "target", change.getTarget());
        json.writeObjectFieldStart("elsewhere");
        var standing = Standing.of(change);
        for (var state : WitnessState.values()) {
            strings(json, state.name().toLowerCase(Locale.ROOT), standing.in(state));
        }
        json.writeEndObject();
        strings(json, "alternatives", finding.getAlternatives());
        json.writeStringField("status", change.getStatus().name());
        json.writeStringField("firstSeen", change.getFirstSeen().toString());
        json.writeStringField("lastConfirmed", change.getLastConfirmed().toString());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<Place> place) throws IOException {
        json.writeStringField(name, place.map(Place::getText).orElse(null));
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void object(String schema, Content content) {
        try (var json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", schema);
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }
}
