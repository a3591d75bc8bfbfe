package org.lacuna.app.web;

/**
 * What surrounds every page.
 *
 * @param title title of the window
 * @param here which part of the site it is: findings, works, sources, about; empty for none
 * @param root address of the front page, ending in a slash
 * @param twin address of the same as JSON; empty where there is none
 * @param feed address of the feed that fits the page
 */
public record Frame(String title, String here, String root, String twin, String feed) {}
