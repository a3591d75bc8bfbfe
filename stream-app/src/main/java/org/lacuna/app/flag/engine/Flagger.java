package org.lacuna.app.flag.engine;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Entity;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.TopicMatch;

/**
 * Reads an edit: the lexicon first, which costs next to nothing; the language models only where it found something.
 * Safe for many threads.
 */
public final class Flagger {
    private static final String RULES = "rules-1";
    /** Most names in a finding: it must be no larger than a record can be. */
    private static final int MOST_NAMES = 100;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Lexicon lexicon;
    private final Losses losses;
    private final Annotator annotator;

    /** A flagger over a lexicon; pass {@link Annotator#none} to load no language model. */
    public Flagger(Lexicon lexicon, Annotator annotator) {
        this.lexicon = lexicon;
        this.losses = new Losses(new Matcher(lexicon));
        this.annotator = annotator;
    }

    /** Version of the rules, the weights and the lexicon: it changes when any of them does. */
    public String ruleSet() {
        return RULES + "+lexicon-" + lexicon.version();
    }

    /** What the edit touches and how far that goes; empty for an ordinary edit, which is no finding. */
    public Optional<Reading> flag(Edit edit) {
        if (edit.kind() == ChangeKind.MOVED || sameButForScript(edit)) {
            return Optional.empty();
        }
        var touched = losses.of(edit);
        var stateWins = StateWins.in(edit);
        var runningTime = RunningTime.of(edit).filter(t -> !t.ordinary(edit));
        boolean withheld = edit.kind() == ChangeKind.WITHHELD;
        if (touched.isEmpty() && stateWins.isEmpty() && runningTime.isEmpty() && !withheld) {
            return Optional.empty();
        }
        var model = touched.isEmpty() ? nothing() : annotator.analyse(edit.telling(), edit.language());
        touched = WordBoundaries.confirmed(touched, model);
        if (touched.isEmpty() && stateWins.isEmpty() && runningTime.isEmpty() && !withheld) {
            return Optional.empty();
        }
        return Optional.of(read(new Scene(
                edit,
                touched,
                Controls.of(edit),
                stateWins,
                runningTime,
                losses.kept(edit),
                namesLost(edit, model),
                model)));
    }

    private Reading read(Scene scene) {
        var evidence = Feature.all(scene);
        var gate = Gate.of(scene);
        var alternatives = Alternatives.of(scene);
        return new Reading(
                scene.findingClass(),
                gate.level(),
                logistic(evidence.stream().mapToDouble(Evidence::getWeight).sum()),
                Certainty.of(scene),
                gate.rule(),
                topics(scene),
                scene.names().stream().map(n -> new Entity(n.text(), n.type())).toList(),
                evidence,
                alternatives,
                Statement.of(scene, gate.level(), alternatives));
    }

    private List<TopicMatch> topics(Scene scene) {
        var topics = new LinkedHashMap<String, TopicMatch>();
        for (Loss loss : scene.losses()) {
            var concept = loss.concept();
            topics.put(concept.id(), new TopicMatch(concept.id(), concept.label(), loss.words()));
        }
        var crime = lexicon.concept("police-army-defeated");
        if (scene.stateWins().isPresent() && crime.isPresent()) {
            var terms = List.of(scene.stateWins().get());
            topics.putIfAbsent(
                    crime.get().id(),
                    new TopicMatch(crime.get().id(), crime.get().label(), terms));
        }
        return new ArrayList<>(topics.values());
    }

    private static List<Analysis.Name> namesLost(Edit edit, Analysis model) {
        var target = edit.target().map(Flagger::plain).orElse("");
        return model instanceof Analysis.Read read && edit.kind() != ChangeKind.ADDED
                ? read.names().stream()
                        .filter(n -> !target.contains(plain(n.text())))
                        .limit(MOST_NAMES)
                        .toList()
                : List.of();
    }

    /** Script, case, width and punctuation aside, both texts read the same. */
    private static boolean sameButForScript(Edit edit) {
        return edit.kind() != ChangeKind.FIELD_CHANGED
                && edit.baseline().isPresent()
                && edit.target().isPresent()
                && edit.kind() != ChangeKind.RESTORED
                && plain(edit.baseline().get()).equals(plain(edit.target().get()));
    }

    private static String plain(String text) {
        var simple = ZhConverterUtil.toSimple(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return NO_WORD.matcher(simple).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static Analysis nothing() {
        return new Analysis.Read(List.of(), List.of(), Integer.MAX_VALUE);
    }

    private static double logistic(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
