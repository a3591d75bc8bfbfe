package org.lacuna.app.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of the pages, within the site and for the world. */
final class Links {

    private final String origin;
    private final String prefix;
    private final String authority;

    /** @param publicUrl where the world finds the site, such as {@code https://lacuna.example/watch} */
    Links(URI publicUrl) {
        var path = Optional.ofNullable(publicUrl.getRawPath()).orElse("");
        this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        this.origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
        this.authority = Optional.ofNullable(publicUrl.getHost()).orElse("localhost");
    }

    /** A path of the site as a page links it. */
    String to(String path) {
        return prefix + path;
    }

    /** The same as the world reaches it. */
    String world(String path) {
        return origin + prefix + path;
    }

    String finding(String id) {
        return to("/findings/" + encoded(id));
    }

    String work(String id) {
        return to("/works/" + encoded(id));
    }

    String section(String work, String hash) {
        return work(work) + "/sections/" + encoded(hash);
    }

    /** A permanent name that is no address (RFC 4151). */
    String tag(String what) {
        return "tag:" + authority + ",2026:" + what;
    }

    /** An address from outside, where it is one that a browser may be sent to; empty otherwise. */
    static String outside(String url) {
        return url.matches("(?i)https?://[^\\s\"'<>\\\\]+") ? url : "";
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
