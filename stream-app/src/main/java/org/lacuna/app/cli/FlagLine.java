package org.lacuna.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.lacuna.app.flag.engine.Edit;
import org.lacuna.app.oneshot.BadInputException;

/** A line that {@code lacuna flag} reads. */
sealed interface FlagLine {

    /** Reads lines; one JSON value a line, and each key once. */
    JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What some editors put before the first line. */
    String BYTE_ORDER_MARK = "\uFEFF";

    /** A change, ready for the flagger. */
    record Change(Edit edit) implements FlagLine {}

    /**
     * It is no change.
     *
     * @param id its id as it stands; null in JSON where it has none
     * @param why what is wrong and what would be right, in one line
     */
    record Wrong(JsonNode id, String why) implements FlagLine {}

    /** Reads a line of UTF-8. */
    static FlagLine read(byte[] line) {
        JsonNode json;
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            json = MAPPER.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new Wrong(NullNode.instance, "not UTF-8: save the file in that encoding");
        } catch (JsonProcessingException e) {
            return new Wrong(NullNode.instance, notJson(e));
        }
        try {
            return new Change(new FlagInput(json).edit());
        } catch (BadInputException e) {
            var id = json.path("id");
            return new Wrong(id.isValueNode() ? id : NullNode.instance, String.valueOf(e.getMessage()));
        }
    }

    private static String notJson(JsonProcessingException e) {
        var at = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return "not JSON%s: %s".formatted(at, e.getOriginalMessage());
    }
}
