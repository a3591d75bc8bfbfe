package org.lacuna.app.demo;

/**
 * What a site answers.
 *
 * @param status HTTP status
 * @param type media type
 * @param text the body
 * @param since round in which it was last changed, from 1
 */
record Page(int status, String type, String text, int since) {

    static final String HTML = "text/html; charset=utf-8";

    static Page html(String text, int since) {
        return new Page(200, HTML, text, since);
    }
}
