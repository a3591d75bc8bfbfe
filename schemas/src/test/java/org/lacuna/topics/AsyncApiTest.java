package org.lacuna.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code asyncapi.yaml} says of each topic what the catalogue says. */
class AsyncApiTest {

    private JsonNode document = new YAMLMapper().createObjectNode();

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(in);
        }
    }

    @Test
    void everyTopicIsThereAndNoOther() {
        var addresses = new ArrayList<String>();
        document.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asText()));

        assertThat(addresses)
                .containsExactlyElementsOf(Topics.ALL.stream().map(Topic::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> eachTopicIsDescribedAsItIs() {
        return Topics.ALL.stream()
                .map(topic -> DynamicTest.dynamicTest(topic.name(), () -> {
                    var channel = channel(topic.name());
                    var kafka = channel.at("/bindings/kafka");
                    assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
                    var described = new TreeMap<String, String>();
                    kafka.get("topicConfiguration")
                            .properties()
                            .forEach(e -> described.put(
                                    e.getKey(),
                                    e.getValue().isArray()
                                            ? e.getValue().get(0).asText()
                                            : e.getValue().asText()));
                    assertThat(described)
                            .isEqualTo(new TreeMap<>(topic.keeping().config()));
                    var message = channel.at("/messages/record");
                    var record = topic.values().schema().getName();
                    assertThat(message.at("/payload/schema/$ref").asText())
                            .as("the newest published version")
                            .isEqualTo("published/%s/%d.avsc"
                                    .formatted(
                                            record, PublishedSchemas.of(record).size()));
                    assertThat(message.at("/bindings/kafka/key/description").asText())
                            .isEqualTo(topic.key());
                }));
    }

    private JsonNode channel(String address) {
        for (var channel : document.get("channels")) {
            if (channel.get("address").asText().equals(address)) {
                return channel;
            }
        }
        throw new AssertionError(address + " is not in asyncapi.yaml");
    }
}
