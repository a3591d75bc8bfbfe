package org.lacuna.app.alert;

import java.time.Instant;
import java.util.List;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.TopicMatch;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

/** Findings for tests, about an invented film. */
public final class Findings {

    private static final String TITLE = "The Lantern Strait";

    private Findings() {}

    /** A removed line, read as level 3. */
    public static Finding of(String id) {
        var change = new Change(
                "change of " + id,
                "lantern-strait",
                TITLE,
                Medium.FILM,
                ChangeKind.REMOVED,
                ComparisonKind.MARKETS,
                release("GLOBAL", "en"),
                "snapshot-1",
                release("CN", "zh-Hans"),
                "snapshot-2",
                new Place("Reel 2", List.of(7), null, 721_200L, 724_000L, "The students stayed in the square.", "en"),
                null,
                "",
                "",
                1.0,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(
                        new Witness("lantern-strait/global", "GLOBAL", WitnessState.PRESENT),
                        new Witness("lantern-strait/cn", "CN", WitnessState.MISSING),
                        new Witness("lantern-strait/tw", "TW", WitnessState.PRESENT)),
                List.of(),
                null,
                null,
                null,
                ChangeStatus.OPEN,
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-03T03:04:05Z"),
                1,
                1,
                "1",
                null);
        return new Finding(
                id,
                change,
                FindingClass.P,
                3,
                0.64,
                0.97,
                "rule",
                "rules-1",
                List.of(new TopicMatch("student-protest", "Student protests", List.of("students", "square"))),
                List.of(),
                List.of(),
                List.of("localisation", "a limit on length", "an error in the source", "a hoax"),
                "The CN edition differs from the GLOBAL edition: a passage is missing.",
                Instant.parse("2026-01-02T03:04:05Z"),
                false);
    }

    private static Release release(String market, String language) {
        return new Release("lantern-strait/" + market, "lantern-strait", TITLE, Medium.FILM, market, language, "");
    }
}
