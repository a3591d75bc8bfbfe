package org.lacuna.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.lacuna.app.flag.FindingJson;
import org.lacuna.app.flag.engine.Flagger;

/** What {@code lacuna flag} answers: one JSON object a line, written out at once, so that whoever asks need not wait. */
final class FlagAnswers {

    private final PrintWriter out;
    private int count;
    private int errors;
    private volatile boolean unheard;

    FlagAnswers(PrintWriter out) {
        this.out = out;
    }

    /**
     * An answer.
     *
     * @param json one line
     * @param isError whether it says what is wrong with the line that was read
     */
    record Answer(String json, boolean isError) {}

    /** The answer to a line. */
    static Answer of(FlagLine line, Flagger flagger) {
        return switch (line) {
            case FlagLine.Change(var edit) ->
                new Answer(
                        object(json -> {
                            json.writeStringField("id", edit.id());
                            FindingJson.write(json, flagger.flag(edit));
                        }),
                        false);
            case FlagLine.Wrong(JsonNode id, String why) ->
                new Answer(
                        object(json -> {
                            json.writeFieldName("id");
                            json.writeTree(id);
                            json.writeStringField("error", why);
                        }),
                        true);
        };
    }

    /** Writes an answer; one at a time. */
    void write(Answer answer) {
        out.println(answer.json());
        unheard = out.checkError();
        count++;
        errors += answer.isError() ? 1 : 0;
    }

    int count() {
        return count;
    }

    int errors() {
        return errors;
    }

    /** Whether nobody reads the answers any longer. */
    boolean unheard() {
        return unheard;
    }

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(Members members) {
        var line = new StringWriter();
        try (var json = FlagLine.MAPPER.createGenerator(line)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
