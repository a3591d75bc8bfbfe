package org.lacuna.app.flag;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Entity;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.TopicMatch;

/** Writes the {@code finding} object of the commands' JSON: its members are part of {@code lacuna/comparison/1}. */
public final class FindingJson {

    private static final double SCORE_STEPS = 10_000;

    private FindingJson() {}

    /**
     * Writes the member {@code finding} into the object that is being written.
     *
     * @param reading what the flagger said; empty is written as null: an ordinary edit is no finding
     */
    public static void write(JsonGenerator json, Optional<Reading> reading) throws IOException {
        if (reading.isEmpty()) {
            json.writeNullField("finding");
            return;
        }
        json.writeObjectFieldStart("finding");
        finding(json, reading.get());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Reading reading) throws IOException {
        json.writeStringField("class", reading.findingClass().name());
        json.writeNumberField("level", reading.level());
        json.writeNumberField("score", Math.round(reading.score() * SCORE_STEPS) / SCORE_STEPS);
        json.writeStringField("rule", reading.rule());
        json.writeArrayFieldStart("topics");
        for (TopicMatch topic : reading.topics()) {
            json.writeStartObject();
            json.writeStringField("id", topic.getId());
            strings(json, "terms", topic.getTerms());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("entities");
        for (Entity entity : reading.entities()) {
            json.writeStartObject();
            json.writeStringField("text", entity.getText());
            json.writeStringField("type", entity.getType());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : reading.evidence()) {
            json.writeStartObject();
            json.writeStringField("feature", evidence.getFeature());
            json.writeNumberField("weight", evidence.getWeight());
            json.writeStringField("says", evidence.getSays());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "alternatives", reading.alternatives());
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
