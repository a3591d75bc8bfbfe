package org.lacuna.app.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Medium;
import org.lacuna.schema.WitnessState;

/** The terms of the contract in the words of the pages: careful, and the same on every page. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private Words() {}

    static String of(ChangeKind kind) {
        return switch (kind) {
            case REMOVED -> "Passage missing";
            case SHORTENED -> "Passage shortened";
            case ALTERED -> "Passage altered";
            case CONCEPT_LOST -> "Rendered without a concept";
            case ADDED -> "Passage added";
            case MOVED -> "Passage moved";
            case FIELD_CHANGED -> "Entry differs";
            case WITHHELD -> "Release not found in the market";
            case RESTORED -> "Passage restored";
        };
    }

    static String of(FindingClass findingClass) {
        return switch (findingClass) {
            case P -> "Political";
            case M -> "Content standard";
            case C -> "Commercial or localisation";
            case X -> "Contested";
        };
    }

    static String of(WitnessState state) {
        return switch (state) {
            case PRESENT -> "the passage stands";
            case ALTERED -> "the passage is altered";
            case MISSING -> "the passage is missing";
            case UNKNOWN -> "not known";
        };
    }

    static String sign(WitnessState state) {
        return switch (state) {
            case PRESENT -> "=";
            case ALTERED -> "≠";
            case MISSING -> "−";
            case UNKNOWN -> "?";
        };
    }

    static String of(Medium medium) {
        return switch (medium) {
            case FILM -> "Film";
            case GAME -> "Game";
            case BOOK -> "Book";
        };
    }

    static String of(FaultKind kind) {
        return switch (kind) {
            case BLOCKED -> "Blocked: the answer was a notice, not the page";
            case DOWN -> "Down: no usable answer came";
            case INCOMPLETE -> "Incomplete: part of the page was not there";
        };
    }

    /** A market by its name in English, with the code where there is one. */
    static String market(String code) {
        return switch (code) {
            case "GLOBAL" -> "Global";
            case "CN" -> "Mainland China";
            case "HK" -> "Hong Kong";
            case "MO" -> "Macau";
            case "TW" -> "Taiwan";
            default -> {
                var name = code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : "";
                yield name.isEmpty() ? Shown.line(code) : name;
            }
        };
    }

    static String language(String tag) {
        return switch (tag) {
            case "zh-Hans" -> "Simplified Chinese";
            case "zh-Hant" -> "Traditional Chinese";
            default -> {
                var name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
                yield name.isEmpty() ? Shown.line(tag) : name;
            }
        };
    }

    /** How certain the difference itself is. */
    static String certainty(double certainty) {
        if (certainty >= 0.9) {
            return "very high";
        }
        if (certainty >= 0.75) {
            return "high";
        }
        return certainty >= 0.5 ? "moderate" : "low";
    }

    static String explanation(String id) {
        return switch (id) {
            case "pal-speed-up" -> "The running time fits a PAL transfer, which plays 4 % faster.";
            case "rounding" -> "The running times differ by no more than rounding.";
            case "redesign" -> "So much changed at once that a redesign of the page is likelier.";
            default -> Shown.line(id);
        };
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String day(Instant time) {
        return DAY.format(time.atOffset(ZoneOffset.UTC));
    }

    static String minute(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }
}
