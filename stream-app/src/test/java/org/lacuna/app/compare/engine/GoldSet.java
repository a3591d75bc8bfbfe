package org.lacuna.app.compare.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.schema.ChangeKind;

/**
 * The project's own gold set for comparing; its README says how items are written.
 *
 * @param items all items, by family
 * @param notYet ids of those that the engine does not get right yet
 */
record GoldSet(List<GoldItem> items, Set<String> notYet) {

    private static final List<String> FAMILIES = List.of(
            "removed",
            "shortened",
            "altered",
            "added",
            "moved",
            "spelling-and-typography",
            "segmentation",
            "keyed",
            "fields",
            "subtitles",
            "across",
            "awkward");

    /**
     * What comparing made of a family.
     *
     * @param items number of items
     * @param right items whose expectation holds in full
     * @param found expected changes that were found
     * @param spurious changes found that were not expected
     * @param missed expected changes that were not found
     */
    record Tally(int items, int right, int found, int spurious, int missed) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0);

        Tally with(GoldItem.Score score) {
            return new Tally(
                    items + 1,
                    right + (score.right() ? 1 : 0),
                    found + score.found(),
                    spurious + score.spurious(),
                    missed + score.missed());
        }

        /** Share of what was found that is expected; 1 where nothing was found. */
        double precision() {
            return found + spurious == 0 ? 1 : (double) found / (found + spurious);
        }

        /** Share of what is expected that was found; 1 where nothing is expected. */
        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }
    }

    static GoldSet load() {
        var texts = new GoldText(yaml("texts"));
        var items = new ArrayList<GoldItem>();
        for (String family : FAMILIES) {
            yaml(family).forEach(node -> items.add(item(family, node, texts)));
        }
        var notYet = new String(bytes("not-yet.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        return new GoldSet(List.copyOf(items), notYet);
    }

    /** The tally of each family, by its name. */
    Map<String, Tally> tallies(Comparer comparer) {
        var out = new TreeMap<String, Tally>();
        for (var item : items) {
            var score = item.score(comparer.compare(item.baseline(), item.target()));
            out.merge(item.family(), Tally.NONE.with(score), (old, one) -> old.with(score));
        }
        return out;
    }

    /** Tallies as a table, a family a line. */
    static String table(Map<String, Tally> tallies) {
        var out = new StringBuilder("family                     items right precision recall%n".formatted());
        tallies.forEach((family, t) -> out.append(String.format(
                Locale.ROOT, "%-26s %5d %5d %9.3f %6.3f%n", family, t.items(), t.right(), t.precision(), t.recall())));
        return out.toString();
    }

    private static GoldItem item(String family, JsonNode node, GoldText texts) {
        JsonNode both = node.path("languages");
        String one = both.isMissingNode()
                ? node.required("language").asText()
                : both.get(0).asText();
        String other = both.isMissingNode() ? one : both.get(1).asText();
        var never = EnumSet.noneOf(ChangeKind.class);
        node.path("never").forEach(kind -> never.add(ChangeKind.valueOf(kind.asText())));
        return new GoldItem(
                node.required("id").asText(),
                family,
                node.required("what").asText(),
                texts.baseline(node, one),
                texts.target(node, other),
                readings(node),
                never,
                node.path("notCompared").asBoolean());
    }

    private static List<List<GoldItem.Expected>> readings(JsonNode node) {
        var out = new ArrayList<List<GoldItem.Expected>>();
        if (node.path("none").asBoolean()) {
            out.add(List.of());
        }
        if (node.has("changes")) {
            out.add(changes(node.get("changes")));
        }
        node.path("either").forEach(reading -> out.add(changes(reading)));
        return List.copyOf(out);
    }

    private static List<GoldItem.Expected> changes(JsonNode list) {
        return list.valueStream()
                .map(c -> new GoldItem.Expected(
                        ChangeKind.valueOf(c.required("kind").asText()),
                        optional(c, "baseline", GoldSet::indices),
                        optional(c, "target", GoldSet::indices),
                        optional(c, "key", JsonNode::asText),
                        optional(c, "lost", JsonNode::asText),
                        optional(c, "gained", JsonNode::asText),
                        c.path("concepts").valueStream().map(JsonNode::asText).toList(),
                        optional(c, "cut", JsonNode::asDouble)))
                .toList();
    }

    private static List<Integer> indices(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }

    private static <T> Optional<T> optional(JsonNode node, String field, Function<JsonNode, T> as) {
        return Optional.ofNullable(node.get(field)).map(as);
    }

    private static JsonNode yaml(String name) {
        try {
            return new YAMLMapper().readTree(bytes(name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is no YAML", e);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = GoldSet.class.getResourceAsStream("/compare/gold/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
