package org.lacuna.app.web;

import java.util.List;

/** Whether the program does its work; asked by {@code /health/ready}. Safe for many threads. */
@FunctionalInterface
public interface Readiness {

    /** What is not ready yet, each in plain words; empty when all is well. */
    List<String> notReady();
}
