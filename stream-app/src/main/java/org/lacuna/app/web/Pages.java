package org.lacuna.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Renders a page by its template; everything is escaped. Safe for many threads. */
final class Pages {

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.lacuna.pages");

    /** @param template name below {@code web/}, without its ending */
    void show(Context request, String template, Record page) {
        var html = new StringOutput();
        engine.render("web/" + template + ".jte", Map.of("page", page), html);
        request.html(html.toString());
    }
}
