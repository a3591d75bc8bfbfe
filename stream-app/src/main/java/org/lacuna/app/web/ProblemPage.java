package org.lacuna.app.web;

/** Why there is no page: the status, and what to do. */
public record ProblemPage(Frame frame, int status, String title, String detail) {}
