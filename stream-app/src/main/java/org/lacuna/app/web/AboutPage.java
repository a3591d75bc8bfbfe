package org.lacuna.app.web;

import java.util.List;
import java.util.stream.Stream;
import org.lacuna.schema.FindingClass;

/** What levels and classes mean, and where the method ends. */
public record AboutPage(Frame frame, List<Level> levels, List<Kind> classes) {

    /** A class of findings: its letter, its name, and what it stands for. */
    public record Kind(String letter, String name, String means) {}

    static AboutPage of(Links links) {
        return new AboutPage(
                new Frame(
                        "About the findings", "about", links.to("/"), links.to("/about.json"), links.to("/feed.atom")),
                Level.ALL,
                Stream.of(FindingClass.values())
                        .map(c -> new Kind(c.name(), Words.of(c), FindingPage.means(c)))
                        .toList());
    }
}
