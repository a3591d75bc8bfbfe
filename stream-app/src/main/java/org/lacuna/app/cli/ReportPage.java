package org.lacuna.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison as the page shows it.
 *
 * @param baseline the fuller version
 * @param target the version held against it
 * @param made when, and with which program
 * @param kinds number of changes by kind, most telling first
 * @param notCompared why the two were not compared; empty where they were
 * @param notes what a reader should know of the comparison
 * @param marks where the changes lie in the baseline
 * @param groups the changes, in lists short enough to open at once
 */
public record ReportPage(
        Version baseline,
        Version target,
        String made,
        List<Kind> kinds,
        String notCompared,
        List<String> notes,
        List<Mark> marks,
        List<Group> groups) {

    /** One of the two files. */
    public record Version(String name, String language, int passages, String sha256) {}

    /**
     * A kind of change.
     *
     * @param id name of the kind, which a change's element carries as its class
     * @param words heading
     * @param count number of changes
     */
    public record Kind(String id, String words, long count) {}

    /**
     * A mark on the strip that stands for the baseline.
     *
     * @param kind id of the kind
     * @param at where it begins, in thousandths of the baseline
     * @param width in thousandths
     */
    public record Mark(String kind, int at, int width) {}

    /** Changes that are opened and closed together. */
    public record Group(String words, List<Row> rows) {}

    /**
     * A side of a change.
     *
     * @param language BCP 47 tag
     * @param where place within the version
     * @param runs the text; none where the version has none here
     */
    public record Side(String language, String where, List<Run> runs) {}

    /**
     * A change.
     *
     * @param id its id
     * @param number its number on the page, from 1
     * @param kind its kind
     * @param where its place, in words
     * @param before text before it; empty at the start
     * @param after text after it; empty at the end
     * @param contextLanguage language of the texts around it
     * @param baseline its text in the baseline
     * @param target its text in the target
     * @param facts what more is known, as name and value
     * @param witnesses state of the passage by market
     * @param finding what the flagger says; empty where that is nothing
     */
    public record Row(
            String id,
            int number,
            Kind kind,
            String where,
            String before,
            String after,
            String contextLanguage,
            Side baseline,
            Side target,
            Map<String, String> facts,
            List<Witnessed> witnesses,
            Optional<Box> finding) {}

    /** How a passage stands in another market's version. */
    public record Witnessed(String market, String release, String state) {}

    /**
     * A finding.
     *
     * @param heading level, class and score, in words
     * @param topics each topic with the words that name it
     * @param statement the finding in one careful sentence or two
     * @param others more explanations; empty where the statement names them all
     * @param evidence each feature's share, in words
     */
    public record Box(String heading, List<String> topics, String statement, String others, List<String> evidence) {}
}
