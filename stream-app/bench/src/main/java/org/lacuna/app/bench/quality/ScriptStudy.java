package org.lacuna.app.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.compare.engine.Comparer;

/** Texts in both forms of Chinese, {@code cases.jsonl}: no form of a text differs from another. */
record ScriptStudy(Path folder) implements Quality.Study {

    private static final List<String> SCRIPT_ONLY = List.of("t2s", "tw2s", "hk2s");

    private record Case(String from, String input, String expected) {}

    @Override
    public List<Quality.Result> get() {
        if (!Sources.has(folder)) {
            return List.of();
        }
        List<Case> cases = Sources.lines(folder.resolve("cases.jsonl")).stream()
                .filter(line -> !line.isBlank())
                .map(Sources::json)
                .flatMap(ScriptStudy::cases)
                .toList();
        Map<Boolean, List<Case>> script =
                cases.stream().collect(Collectors.partitioningBy(c -> SCRIPT_ONLY.contains(c.from())));
        return List.of(
                result("Traditional and Simplified (t2s, tw2s, hk2s)", script.getOrDefault(true, List.of()), "0"),
                result("every other conversion, regional words among them", script.getOrDefault(false, List.of()), ""));
    }

    private static Stream<Case> cases(JsonNode one) {
        String input = one.get("input").asText();
        return one.get("expected").properties().stream()
                .map(e -> new Case(e.getKey(), input, e.getValue().asText()));
    }

    private static Quality.Result result(String texts, List<Case> cases, String aim) {
        long differ = cases.stream()
                .filter(c -> !new Comparer()
                        .compare(
                                Reading.lines(List.of(c.input()), "zh-Hant"),
                                Reading.lines(List.of(c.expected()), "zh-Hans"))
                        .differences()
                        .isEmpty())
                .count();
        return new Quality.Result(texts, "%d of %d differ".formatted(differ, cases.size()), aim);
    }
}
