package org.lacuna.scrapers.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/** Turns the text of a YAML file into a tree and remembers where each value stands. */
final class YamlTree {

    /** Aliases within aliases grow without end; no declaration is as large as this. */
    private static final int MOST_NODES = 200_000;

    private static final int DEEPEST = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final YamlPlaces places;
    private final List<String> errors = new ArrayList<>();
    private int nodes;

    private YamlTree(YamlPlaces places) {
        this.places = places;
    }

    static CheckedYaml read(String yaml, String name) {
        var places = new YamlPlaces(name);
        try {
            var options = new LoaderOptions();
            Node root = new Yaml(
                            new SafeConstructor(options),
                            new Representer(new DumperOptions()),
                            new DumperOptions(),
                            options,
                            new CoreScalars())
                    .compose(new StringReader(yaml));
            if (root == null) {
                return bad(places.error("", "the file is empty: write a declaration into it"));
            }
            var tree = new YamlTree(places);
            var json = tree.json(root, "", 0);
            return tree.errors.isEmpty()
                    ? new CheckedYaml.Ok(json, places)
                    : new CheckedYaml.Bad(places.inOrder(tree.errors));
        } catch (MarkedYAMLException malformed) {
            return bad(places.errorAt(
                    malformed.getProblemMark(),
                    "not YAML: %s; check indentation and quotes"
                            .formatted(oneLine(String.valueOf(malformed.getProblem())))));
        } catch (YAMLException malformed) {
            return bad(places.error("", "not YAML: " + oneLine(String.valueOf(malformed.getMessage()))));
        }
    }

    private static CheckedYaml bad(String error) {
        return new CheckedYaml.Bad(List.of(error));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private JsonNode json(Node node, String pointer, int depth) {
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            if (errors.isEmpty()) {
                errors.add(places.errorAt(
                        node.getStartMark(), "nested too deeply: an alias may name something around itself"));
            }
            return JSON.nullNode();
        }
        places.value(pointer, node.getStartMark());
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, depth);
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    array.add(json(item, pointer + "/" + array.size(), depth + 1));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no such node in a composed tree: " + node.getNodeId());
        };
    }

    private JsonNode object(MappingNode mapping, String pointer, int depth) {
        var object = JSON.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                errors.add(places.errorAt(entry.getKeyNode().getStartMark(), "a key must be a word"));
                continue;
            }
            var name = key.getValue();
            var at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            if (object.has(name)) {
                errors.add(places.errorAt(
                        key.getStartMark(), "key '%s' is given twice: remove one of them".formatted(name)));
            }
            places.key(at, key.getStartMark());
            object.set(name, json(entry.getValueNode(), at, depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        return switch (scalar.getTag().getClassName()) {
            case "bool" -> JSON.booleanNode(text.equals("true"));
            case "int" -> JSON.numberNode(new BigInteger(text));
            case "float" -> JSON.numberNode(new BigDecimal(text));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text);
        };
    }
}
