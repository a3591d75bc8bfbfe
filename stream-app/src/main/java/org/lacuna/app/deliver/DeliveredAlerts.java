package org.lacuna.app.deliver;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lacuna.topics.Topics;
import org.lacuna.topics.WholeTopic;

/**
 * Which alerts already have a delivery, read from the deliveries themselves. Needed where the group's offsets are gone:
 * a broker forgets them when nobody was in the group for a week, and every alert there ever was would be sent again, also
 * by one that is stopped while it passes over them.
 */
final class DeliveredAlerts {

    private DeliveredAlerts() {}

    /**
     * Ids of the alerts.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if the topic cannot be read
     */
    static Set<String> read(Map<String, Object> client) {
        var ids = new HashSet<String>();
        WholeTopic.read(client, Topics.DELIVERIES, record -> ids.add(record.key()));
        return ids;
    }
}
