package org.lacuna.app.flag.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.FindingClass;

/**
 * A named sign with its weight, in log-odds, and plain words. The numbers F… are those of the project's list of signals.
 * The weights are set by hand so that a reporter can follow them; nationality, ethnicity, language and religion have none.
 *
 * @param id stable id, shown with the evidence
 * @param look what it sees in a scene; empty where it does not hold
 */
record Feature(String id, Function<Scene, Optional<Said>> look) {
    private static final List<Feature> ALL = List.of(
            // Most edits have an ordinary cause.
            new Feature("prior", s -> says(-1.5, "Most differences between releases have an ordinary cause.")),
            // F1.
            new Feature("f1-regional", Feature::regional),
            // F1b.
            new Feature("f1b-earlier-version", Feature::earlierVersion),
            // Missing controls are no low risk: nothing is known.
            new Feature("controls", Feature::noControls),
            // F2.
            new Feature("f2-concept", Feature::concept),
            // The same where the words were added or came back.
            new Feature("f2-concept-came", Feature::conceptCame),
            // F4.
            new Feature("f4-vaguer", Feature::vaguer),
            // F5.
            new Feature("f5-state-wins", Feature::stateWins),
            // F6.
            new Feature(
                    "f6-severity",
                    s -> Support.severityInsensitive(s)
                            ? says(0.5, "Violence or sex of the same passage was kept while the other topic went.")
                            : none()),
            // The whole passage went, not a word of it.
            new Feature(
                    "whole-span",
                    s -> Support.wholeSpan(s)
                            ? says(0.3, "The whole passage that names the topic is absent, not one word of it.")
                            : none()),
            // More than one word of a topic went.
            new Feature(
                    "several-terms",
                    s -> Support.severalTerms(s)
                            ? says(0.4, "Several different words for one topic are absent.")
                            : none()),
            // A person's name went with the topic.
            new Feature(
                    "name-lost",
                    s -> Support.nameLost(s) ? says(0.3, "A person named beside the topic is absent too.") : none()),
            // F12.
            new Feature(
                    "f12-restored",
                    s -> s.edit().kind() == ChangeKind.RESTORED
                            ? says(0, "The passage stands again: whoever made the earlier edit could undo it.")
                            : none()),
            // F13.
            new Feature(
                    "f13-platforms",
                    s -> s.controls().platformsDiffer()
                            ? says(
                                    -0.6,
                                    "Another release in the same market does not have this edit: it may be one platform's choice.")
                            : none()),
            // F14.
            new Feature("f14-rule", Feature::rule),
            // F16, F17, F19, F20.
            new Feature("f16-explained", Feature::explained),
            // F18.
            new Feature("f18-same-elsewhere", Feature::sameElsewhere),
            // F21.
            new Feature(
                    "f21-translation",
                    s -> s.translated()
                            ? says(
                                    -0.7,
                                    "One text translates the other: the topic may stand in words that the lexicon does not know.")
                            : none()),
            // F24.
            new Feature(
                    "f24-only-moral",
                    s -> s.findingClass() == FindingClass.M
                            ? says(0, "Only content-standard topics are touched: this is reported apart from politics.")
                            : none()),
            // A release that is not to be had.
            new Feature(
                    "withheld",
                    s -> s.withheld()
                            ? says(-0.8, "A missing release is not by itself a sign of a decision about its content.")
                            : none()),
            // F16 and F23: a running time alone.
            new Feature("running-time", Feature::shorter),
            // The state of the language models.
            new Feature(Reading.LANGUAGE_MODEL, Feature::models));

    record Said(double weight, String words) {}

    /** Every feature that holds, in the order above. */
    static List<Evidence> all(Scene scene) {
        var evidence = new ArrayList<Evidence>();
        for (Feature feature : ALL) {
            feature.look
                    .apply(scene)
                    .ifPresent(said -> evidence.add(new Evidence(feature.id, said.weight(), said.words())));
        }
        return evidence;
    }

    private static Optional<Said> says(double weight, String words) {
        return Optional.of(new Said(weight, words));
    }

    private static Optional<Said> none() {
        return Optional.empty();
    }

    private static Optional<Said> regional(Scene s) {
        if (!s.controls().regional() || s.withheld()) {
            return none();
        }
        int markets = s.controls().intact().size();
        return says(
                1.0 + 0.2 * Math.min(markets - 2, 3),
                "Releases in %d other markets stand as the baseline does: %s."
                        .formatted(markets, String.join(", ", s.controls().intact())));
    }

    private static Optional<Said> earlierVersion(Scene s) {
        return s.edit().standsInEarlierVersion()
                ? says(0.6, "An earlier version of the release reads otherwise.")
                : none();
    }

    private static Optional<Said> noControls(Scene s) {
        return s.controls().any()
                ? none()
                : says(0, "Insufficient data: no release in another market could be looked up, which is not low risk.");
    }

    private static Optional<Said> concept(Scene s) {
        var lost = s.lost();
        if (lost.isEmpty()) {
            return none();
        }
        double weight = lost.stream().mapToDouble(Feature::weight).max().orElse(0);
        return says(weight, "The changed words name %s.".formatted(named(lost)));
    }

    private static double weight(Loss loss) {
        if (loss.concept().routine()) {
            return 0.4;
        }
        return switch (loss.concept().findingClass()) {
            case P -> 1.4;
            case M -> 1.0;
            case X, C -> 0.6;
        };
    }

    private static Optional<Said> conceptCame(Scene s) {
        var came = s.losses().stream().filter(l -> l.how() != Loss.How.LOST).toList();
        return came.isEmpty() ? none() : says(0.3, "Words that name %s are now there.".formatted(named(came)));
    }

    private static Optional<Said> vaguer(Scene s) {
        var words =
                s.lost().stream().flatMap(l -> l.vaguer().stream()).distinct().toList();
        return words.isEmpty()
                ? none()
                : says(0.9, "A vaguer or official word stands instead: %s.".formatted(String.join(", ", words)));
    }

    private static Optional<Said> stateWins(Scene s) {
        return s.stateWins().flatMap(words -> says(1.6, "Added words let the authorities prevail: \"" + words + "\"."));
    }

    private static Optional<Said> rule(Scene s) {
        return s.lost().stream()
                .flatMap(l -> l.concept().publishedRule().stream())
                .findFirst()
                .flatMap(rule -> says(0.2, rule + "; works that touch it were also released uncut."));
    }

    private static Optional<Said> explained(Scene s) {
        return s.technical()
                ? says(
                        -2.5,
                        "A technical explanation holds: %s."
                                .formatted(String.join(", ", s.edit().explanations())))
                : none();
    }

    private static Optional<Said> sameElsewhere(Scene s) {
        var same = s.controls().same();
        if (same.isEmpty()) {
            return none();
        }
        var markets = String.join(", ", same);
        return s.controls().everywhere()
                ? says(-3.5, "Every control release shows the same edit: " + markets + ".")
                : says(-Math.min(3.0, 1.2 * same.size()), "Unrelated markets show the same edit: " + markets + ".");
    }

    private static Optional<Said> shorter(Scene s) {
        return s.runningTime()
                .flatMap(t -> says(
                        -0.5,
                        "The running time is %d minutes instead of %d; what is absent is not known."
                                .formatted(t.after().toMinutes(), t.before().toMinutes())));
    }

    private static Optional<Said> models(Scene s) {
        return switch (s.model()) {
            case Analysis.Read read
            when read.length() < s.edit().telling().length() ->
                says(0, "Analysed in part: the first %d characters.".formatted(read.length()));
            case Analysis.Read _ -> none();
            case Analysis.Degraded(var why) -> says(0, "Degraded: " + why + ".");
            case Analysis.NotAnalysed(var why) -> says(0, "Not analysed: " + why + ".");
        };
    }

    private static String named(List<Loss> losses) {
        return losses.stream()
                .map(l -> "%s (%s)".formatted(l.concept().label(), String.join(", ", l.words())))
                .collect(Collectors.joining("; "));
    }
}
