package org.lacuna.app.flag.engine;

import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.FindingClass;

/**
 * The level that a scene reaches, and the rule that decided it. The score plays no part, and no sign by itself raises a
 * level by two: 2 rests on the controls, 3 on a lost concept and a second sign besides. Documents alone reach 4 and 5.
 *
 * @param level 0 to 3
 * @param rule id of the rule
 */
record Gate(int level, String rule) {

    static Gate of(Scene s) {
        if (s.withheld()) {
            return s.controls().regional() ? new Gate(1, "withheld-regional") : new Gate(0, "withheld-lead");
        }
        if (s.runningTime().isPresent() && s.losses().isEmpty()) {
            return new Gate(1, "running-time-alone");
        }
        if (s.edit().kind() == ChangeKind.RESTORED) {
            return new Gate(1, "restored");
        }
        if (s.lost().isEmpty() && s.stateWins().isEmpty()) {
            return new Gate(1, "addition-alone");
        }
        if (s.technical()) {
            return new Gate(1, "technical-explanation");
        }
        if (s.globalEdit()) {
            return new Gate(2, "earlier-version");
        }
        if (s.controls().everywhere()) {
            return new Gate(1, "same-in-every-control");
        }
        if (!s.controls().regional()) {
            return new Gate(1, s.controls().any() ? "too-few-controls" : "insufficient-data");
        }
        if (s.controls().same().size() >= s.controls().intact().size()) {
            return new Gate(1, "same-in-many-markets");
        }
        return sensitive(s) ? new Gate(3, "regional-concept-with-support") : new Gate(2, "regional");
    }

    private static boolean sensitive(Scene s) {
        return Controls.mainlandReach(s.edit().targetMarket())
                && s.controls().besideBaseline() >= 2
                && s.controls().same().isEmpty()
                && !s.controls().platformsDiffer()
                && (s.findingClass() == FindingClass.P || s.findingClass() == FindingClass.M)
                && s.lost().stream().anyMatch(Gate::sharp)
                && Support.any(s);
    }

    private static boolean sharp(Loss loss) {
        var kind = loss.concept().findingClass();
        return !loss.concept().routine() && (kind == FindingClass.P || kind == FindingClass.M);
    }
}
