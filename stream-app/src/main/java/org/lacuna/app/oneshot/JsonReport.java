package org.lacuna.app.oneshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.FindingJson;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;
import org.lacuna.schema.text.Timecode;

/**
 * Writes a comparison as one JSON object of the schema {@code lacuna/comparison/1}. A change that was read and is an
 * ordinary one has a finding of null; where the flagger was not asked, there is no member {@code finding}.
 */
public final class JsonReport {

    private final PrintWriter out;

    /** Makes one. */
    public JsonReport(PrintWriter out) {
        this.out = out;
    }

    public void print(ComparisonReport report) {
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
            strings(json, "notes", report.collation().notes());
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
            json.writeNumberField("confidence", rounded(bead.confidence()));
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
        detail(json, difference.detail());
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

    private static void detail(JsonGenerator json, Difference.Detail detail) throws IOException {
        json.writeNumberField("confidence", rounded(detail.confidence()));
        spans(json, "lost", detail.lost());
        spans(json, "gained", detail.gained());
        strings(json, "concepts", detail.concepts());
        if (detail.cut().isPresent()) {
            json.writeNumberField("cutSeconds", detail.cut().get().toMillis() / 1000.0);
        }
        strings(json, "explanations", detail.explanations());
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values.toArray(String[]::new), 0, values.size());
    }

    /** Stretches of the place's text, as pairs of UTF-16 offsets, the second one after the last unit. */
    private static void spans(JsonGenerator json, String name, List<Span> spans) throws IOException {
        json.writeArrayFieldStart(name);
        for (var span : spans) {
            json.writeArray(new int[] {span.getFrom(), span.getTo()}, 0, 2);
        }
        json.writeEndArray();
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
