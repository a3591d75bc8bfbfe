package org.lacuna.app.lexicon;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.FindingClass;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one YAML file of concepts and says where it is wrong. */
final class LexiconFile {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> KEYS = Set.of(
            "id",
            "label",
            "class",
            "routine",
            "published-rule",
            "en",
            "zh-Hans",
            "zh-Hant",
            "coded",
            "ambiguous",
            "vaguer");
    private static final Set<String> FORM_KEYS = Set.of("form", "needs", "not-in");

    private final String name;

    private LexiconFile(String name) {
        this.name = name;
    }

    /** @throws LexiconException if the file is not a list of well-formed concepts with distinct ids */
    static List<Concept> read(String name, String yaml) {
        return new LexiconFile(name).concepts(yaml);
    }

    private List<Concept> concepts(String yaml) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw wrong(e.getProblemMark(), "not YAML: " + e.getProblem());
        }
        if (root == null) {
            throw new LexiconException(name, 1, 1, "the file is empty");
        }
        var concepts = new ArrayList<Concept>();
        for (Node node : list(root)) {
            var concept = concept(node);
            if (concepts.stream().anyMatch(c -> c.id().equals(concept.id()))) {
                throw wrong(node.getStartMark(), "id '" + concept.id() + "' is used twice");
            }
            concepts.add(concept);
        }
        return concepts;
    }

    private Concept concept(Node node) {
        var fields = fields(node, KEYS);
        var id = text(required(fields, "id", node));
        if (!KEBAB.matcher(id).matches()) {
            throw wrong(required(fields, "id", node).getStartMark(), "id '" + id + "' is not kebab-case");
        }
        var forms = new ArrayList<Form>();
        for (String script : List.of("en", "zh-Hans", "zh-Hant")) {
            addPlain(forms, required(fields, script, node), Form.Use.NAMES);
        }
        addConditional(forms, fields.get("coded"));
        addConditional(forms, fields.get("ambiguous"));
        var vaguer = fields.get("vaguer");
        if (vaguer != null) {
            addPlain(forms, vaguer, Form.Use.VAGUER);
        }
        var routine = fields.get("routine");
        var rule = fields.get("published-rule");
        return new Concept(
                id,
                text(required(fields, "label", node)),
                findingClass(required(fields, "class", node)),
                routine != null && text(routine).equals("true"),
                rule == null ? Optional.empty() : Optional.of(text(rule)),
                forms);
    }

    private FindingClass findingClass(Node node) {
        var letter = text(node);
        for (FindingClass known : FindingClass.values()) {
            if (known.name().equals(letter)) {
                return known;
            }
        }
        throw wrong(node.getStartMark(), "class '" + letter + "' is none of P, M, C, X");
    }

    private void addPlain(List<Form> forms, Node node, Form.Use use) {
        for (Node form : list(node)) {
            forms.add(new Form(text(form), use, List.of(), List.of()));
        }
    }

    private void addConditional(List<Form> forms, @Nullable Node node) {
        if (node == null) {
            return;
        }
        for (Node entry : list(node)) {
            var fields = fields(entry, FORM_KEYS);
            var needs = texts(fields.get("needs"));
            var notIn = texts(fields.get("not-in"));
            if (needs.isEmpty() && notIn.isEmpty()) {
                throw wrong(entry.getStartMark(), "neither 'needs' nor 'not-in' is given");
            }
            forms.add(new Form(text(required(fields, "form", entry)), Form.Use.NAMES, needs, notIn));
        }
    }

    private Map<String, Node> fields(Node node, Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node.getStartMark(), "expected keys and values");
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            var key = text(tuple.getKeyNode());
            if (!known.contains(key)) {
                throw wrong(tuple.getKeyNode().getStartMark(), "unknown key '" + key + "'");
            }
            if (fields.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode().getStartMark(), "key '" + key + "' is given twice");
            }
        }
        return fields;
    }

    private Node required(Map<String, Node> fields, String key, Node owner) {
        var node = fields.get(key);
        if (node == null) {
            throw wrong(owner.getStartMark(), "'" + key + "' is missing");
        }
        return node;
    }

    private List<Node> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(node.getStartMark(), "expected a list");
        }
        return sequence.getValue();
    }

    private List<String> texts(@Nullable Node node) {
        return node == null ? List.of() : list(node).stream().map(this::text).toList();
    }

    private String text(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(node.getStartMark(), "expected words");
        }
        return scalar.getValue();
    }

    private LexiconException wrong(@Nullable Mark mark, String problem) {
        return mark == null
                ? new LexiconException(name, 1, 1, problem)
                : new LexiconException(name, mark.getLine() + 1, mark.getColumn() + 1, problem);
    }
}
