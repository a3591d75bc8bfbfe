package org.lacuna.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers that a reader asks for again and again: with an ETag, and with 304 where nothing is new (RFC 9110, 13). */
final class Tagged {

    private Tagged() {}

    static void answer(Context request, String type, byte[] body) {
        var tag = "\"" + sha256(body) + "\"";
        request.header("ETag", tag);
        request.header("Cache-Control", "no-cache");
        if (known(Optional.ofNullable(request.header("If-None-Match")).orElse(""), tag)) {
            request.status(HttpStatus.NOT_MODIFIED);
        } else {
            request.contentType(type).result(body);
        }
    }

    /** SHA-256 in lower-case hex. */
    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean known(String ifNoneMatch, String tag) {
        return Stream.of(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }
}
