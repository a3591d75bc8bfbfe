package org.lacuna.app.deliver;

import java.time.Instant;
import java.util.List;
import org.lacuna.app.alert.Findings;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Subscription;

/** Alerts for tests. */
final class Alerts {

    private Alerts() {}

    static Alert of(String id, String mail) {
        var subscription = new Subscription("s1", mail, List.of("student-protest"), List.of(), List.of("CN"), 3, true);
        return new Alert(id, subscription, Findings.of("f"), Instant.parse("2026-01-03T03:04:05Z"));
    }
}
