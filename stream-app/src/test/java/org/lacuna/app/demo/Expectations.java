package org.lacuna.app.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.FindingClass;

/**
 * What a run of the demo must and must not find, as {@code demo/expected.yaml} states it.
 *
 * @param findings all findings at the end, and no others
 * @param silent texts that stand in no finding
 * @param faults all source faults, and no others
 * @param snapshots how many different snapshots of a release were published, by work and market
 * @param changes how many changes there were of each kind, whether they hold still or no longer
 * @param alerts what the demo's subscriber hears of
 */
record Expectations(
        List<Expected> findings,
        List<Silent> silent,
        List<Fault> faults,
        Map<String, Map<String, Integer>> snapshots,
        Map<ChangeKind, Integer> changes,
        Alerts alerts) {

    /**
     * A finding.
     *
     * @param key name of it in this file
     * @param market market of the target release
     * @param text stands in its baseline, or in its target where there is no baseline
     * @param status of its change
     * @param round in which its change was first seen
     * @param spread key of the finding that it came from
     * @param restores key of the finding that it undoes
     */
    record Expected(
            String key,
            String work,
            String market,
            ChangeKind kind,
            @JsonProperty("class") FindingClass findingClass,
            int level,
            List<String> topics,
            String text,
            ChangeStatus status,
            int round,
            @Nullable String spread,
            @Nullable String restores) {}

    /**
     * A text that is no finding.
     *
     * @param change whether it is a change all the same
     * @param shown markets whose releases hold it in the last round
     * @param why why it is none
     */
    record Silent(String work, String text, boolean change, List<String> shown, String why) {}

    /** A source fault, the rule that decides it, and how often it comes. */
    record Fault(String source, String work, String market, FaultKind kind, String rule, int round, int count) {}

    /** A subscription and the keys of the findings that it is told of. */
    record Alerts(Subscriber subscription, List<String> findings) {}

    /** Who is told. */
    record Subscriber(String id, String mail, int minLevel) {}

    /** Reads the file beside the sites. */
    static Expectations read() {
        try (var in = Expectations.class.getResourceAsStream("/demo/expected.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, Expectations.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
