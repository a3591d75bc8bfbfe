package org.lacuna.app.flag.engine;

/** How certain the difference itself is, whatever it points to: both texts seen, and seen by others too. */
final class Certainty {
    private Certainty() {}

    static double of(Scene s) {
        double certainty =
                switch (s.edit().kind()) {
                    case REMOVED, ALTERED, ADDED -> 0.85;
                    case SHORTENED, RESTORED -> 0.8;
                    case FIELD_CHANGED, MOVED, CONCEPT_LOST -> 0.7;
                    case WITHHELD -> 0.4;
                };
        certainty += 0.04 * Math.min(3, s.controls().besideBaseline());
        if (s.technical()) {
            certainty -= 0.3;
        }
        if (s.translated()) {
            certainty -= 0.2;
        }
        return Math.clamp(certainty, 0.05, 0.98);
    }
}
