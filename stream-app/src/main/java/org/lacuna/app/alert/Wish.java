package org.lacuna.app.alert;

import java.util.List;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Subscription;
import org.lacuna.schema.TopicMatch;

/** What a subscriber wants to hear of. An empty list stands for all. */
record Wish(Subscription subscription) {

    boolean covers(Finding finding) {
        var change = finding.getChange();
        return subscription.getActive()
                && finding.getLevel() >= subscription.getMinLevel()
                && any(subscription.getMedia(), List.of(change.getMedium()))
                && any(
                        subscription.getMarkets(),
                        List.of(change.getTargetRelease().getMarket()))
                && any(
                        subscription.getTopics(),
                        finding.getTopics().stream().map(TopicMatch::getId).toList());
    }

    private static <T> boolean any(List<T> wanted, List<T> present) {
        return wanted.isEmpty() || present.stream().anyMatch(wanted::contains);
    }
}
