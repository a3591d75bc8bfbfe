package org.lacuna.app.history;

import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Alert;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Delivery;
import org.lacuna.schema.Review;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Topics;

/**
 * Writes what was said to people and by them. A database is handed on more easily than a broker's folder, so no
 * subscriber's address gets into it, nor what an unreadable record held; both stay on their topics.
 */
final class SaidRows {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");

    private SaidRows() {}

    static void write(Handle handle, Alert alert) {
        var kept = Alert.newBuilder(alert)
                .setSubscription(Subscription.newBuilder(alert.getSubscription())
                        .setMail("")
                        .build())
                .build();
        Row.in("alert")
                .key("id", alert.getId())
                .set("subscription", alert.getSubscription().getId())
                .set("finding", alert.getFinding().getId())
                .set("work", alert.getFinding().getChange().getWork())
                .set("level", alert.getFinding().getLevel())
                .set("raised_at", alert.getRaisedAt())
                .set("record", Stored.record(Topics.ALERTS, kept))
                .write(handle);
    }

    static void write(Handle handle, Delivery delivery) {
        // A server that refuses a receiver mostly repeats the address.
        var detail = ADDRESS.matcher(delivery.getDetail()).replaceAll("(address)");
        var kept = Delivery.newBuilder(delivery).setDetail(detail).build();
        Row.in("delivery")
                .key("alert", delivery.getAlert())
                .key("channel", delivery.getChannel())
                .set("subscription", delivery.getSubscription())
                .set("state", delivery.getState())
                .set("attempts", delivery.getAttempts())
                .set("detail", detail)
                .set("at", delivery.getAt())
                .set("record", Stored.record(Topics.DELIVERIES, kept))
                .write(handle);
    }

    static void write(Handle handle, Review review) {
        Row.in("review")
                .key("id", review.getId())
                .set("finding", review.getFinding())
                .set("work", review.getWork())
                .set("reviewer", review.getReviewer())
                .set("verdict", review.getVerdict())
                .set("note", review.getNote())
                .set("at", review.getAt())
                .set("record", Stored.record(Topics.REVIEWS, review))
                .write(handle);
    }

    /** A review that was taken back. */
    static void removeReview(Handle handle, String id) {
        handle.createUpdate("delete from review where id = :id").bind("id", id).execute();
    }

    static void write(Handle handle, DeadLetter letter) {
        var kept = DeadLetter.newBuilder(letter).setKey(null).setValue(null).build();
        Row.in("dead_letter")
                .key("id", letter.getId())
                .key("stage", letter.getStage())
                .set("topic", letter.getTopic())
                .set("part", letter.getPartition())
                .set("record_offset", letter.getOffset())
                .set("reason", letter.getReason())
                .set("at", letter.getAt())
                .set("record", Stored.record(Topics.DEAD_LETTERS, kept))
                .write(handle);
    }
}
