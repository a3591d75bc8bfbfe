package org.lacuna.scrapers.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows the pages that stand in for content: challenges, CAPTCHAs, refusals and notices of the wrong region. The phrases
 * are those that the services print for everybody to read; they alone decide nothing, since an article may quote them.
 */
final class BlockPages {

    /** All of these stand on the page, in lower case. */
    private record Signature(String rule, List<String> texts) {
        private Signature(String rule, String... texts) {
            this(rule, List.of(texts));
        }
    }

    private static final List<Signature> CHALLENGES = List.of(
            new Signature("signature.cloudflare", "<title>just a moment...</title>"),
            new Signature("signature.cloudflare", "attention required!", "cloudflare"),
            new Signature("signature.cloudflare", "sorry, you have been blocked"),
            new Signature("signature.cloudflare", "checking your browser before accessing"),
            new Signature("signature.akamai", "access denied", "reference&#32;&#35;"),
            new Signature("signature.akamai", "access denied", "reference #"),
            new Signature("signature.akamai", "errors.edgesuite.net"),
            new Signature("signature.aws-waf", "awswafcookiedomainlist"),
            new Signature("signature.aws-waf", "window.gokuprops"),
            new Signature("signature.cloudfront", "the request could not be satisfied", "cloudfront"),
            new Signature("signature.datadome", "captcha-delivery.com"),
            new Signature("signature.perimeterx", "px-captcha"),
            new Signature("signature.incapsula", "incapsula incident id"),
            new Signature("signature.google", "unusual traffic from your computer network"),
            new Signature("signature.captcha", "verify you are human"),
            new Signature("signature.captcha", "verify that you are human"),
            new Signature("signature.captcha", "verify you are not a robot"),
            new Signature("signature.captcha", "访问验证"),
            new Signature("signature.captcha", "滑动验证"),
            new Signature("signature.captcha", "安全验证"),
            new Signature("signature.captcha", "人机验证"),
            new Signature("signature.captcha", "拖动滑块"),
            new Signature("signature.captcha", "請完成驗證"),
            new Signature("signature.traffic", "检测到有异常请求"),
            new Signature("signature.traffic", "访问过于频繁"),
            new Signature("signature.traffic", "您的访问请求被拦截"));

    private static final List<Signature> REGIONS = List.of(
            new Signature("signature.region", "not available in your region"),
            new Signature("signature.region", "not available in your country"),
            new Signature("signature.region", "not available in your location"),
            new Signature("signature.region", "unavailable in your region"),
            new Signature("signature.region", "unavailable in your country"),
            new Signature("signature.region", "您所在的地区"),
            new Signature("signature.region", "您所在的地區"),
            new Signature("signature.region", "所在地区暂不"));

    private BlockPages() {}

    /** The rule of a challenge or refusal that the page carries the signs of. */
    static Optional<String> challenge(String html) {
        return find(CHALLENGES, html);
    }

    /** The rule of a notice that the page is not shown where it is asked from. */
    static Optional<String> wrongRegion(String html) {
        return find(REGIONS, html);
    }

    private static Optional<String> find(List<Signature> signatures, String html) {
        var lower = html.toLowerCase(Locale.ROOT);
        return signatures.stream()
                .filter(signature -> signature.texts().stream().allMatch(lower::contains))
                .map(Signature::rule)
                .findFirst();
    }
}
