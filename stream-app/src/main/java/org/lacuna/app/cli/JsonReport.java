package org.lacuna.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.lacuna.app.compare.engine.Difference;
import org.lacuna.app.flag.FindingJson;
import org.lacuna.schema.Place;
import org.lacuna.schema.text.Timecode;

/**
 * Writes a comparison as one JSON object of the schema {@code lacuna/comparison/1}. A change that was read and is an
 * ordinary one has a finding of null; where the flagger was not asked, there is no member {@code finding}.
 */
final class JsonReport {

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    void print(ComparisonReport report) {
        try (var json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", "lacuna/comparison/1");
            side(json, "baseline", report.baseline());
            side(json, "target", report.target());
            if (report.collation().notCompared().isPresent()) {
                json.writeStringField(
                        "notCompared", report.collation().notCompared().get());
            }
            alignment(json, report);
            json.writeArrayFieldStart("changes");
            for (var difference : report.collation().differences()) {
                change(json, difference, report);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private static void side(JsonGenerator json, String name, Holding holding) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", holding.name());
        json.writeStringField("language", holding.text().language());
        json.writeNumberField("passages", holding.text().passages().size());
        json.writeEndObject();
    }

    private static void alignment(JsonGenerator json, ComparisonReport report) throws IOException {
        json.writeArrayFieldStart("alignment");
        for (var bead : report.collation().alignment()) {
            json.writeStartObject();
            indices(json, "baseline", bead.baseline());
            indices(json, "target", bead.target());
            json.writeStringField("kind", bead.kind().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void indices(JsonGenerator json, String name, List<Integer> indices) throws IOException {
        json.writeFieldName(name);
        json.writeArray(indices.stream().mapToInt(Integer::intValue).toArray(), 0, indices.size());
    }

    private static void change(JsonGenerator json, Difference difference, ComparisonReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", difference.id());
        json.writeStringField("kind", difference.kind().name());
        place(json, "baseline", difference.baseline());
        place(json, "target", difference.target());
        json.writeArrayFieldStart("witnesses");
        for (var witness : report.witnesses().of(difference)) {
            json.writeStartObject();
            json.writeStringField("market", witness.getMarket());
            json.writeStringField("state", witness.getState().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (report.findings().isPresent()) {
            FindingJson.write(json, report.finding(difference));
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String name, Optional<Place> place) throws IOException {
        if (place.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        indices(json, "passages", place.get().getPassages());
        json.writeStringField("section", place.get().getSection());
        optional(json, "key", place.get().getKey());
        optional(json, "from", place.get().getFromMillis().map(Timecode::of));
        optional(json, "to", place.get().getToMillis().map(Timecode::of));
        json.writeStringField("text", place.get().getText());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }
}
