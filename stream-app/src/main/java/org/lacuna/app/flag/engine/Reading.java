package org.lacuna.app.flag.engine;

import java.util.List;
import org.lacuna.schema.Entity;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.TopicMatch;

/**
 * What the flagger says of an edit: a finding without its ids and its time.
 *
 * @param findingClass political, moral, commercial or contested
 * @param level attribution level, 0 to 3: 4 and 5 rest on documents and are never given by a program
 * @param score 0 to 1: the logistic function of the sum of the evidence's weights
 * @param certainty 0 to 1: how certain the difference itself is; never merged with level or score
 * @param rule id of the rule that decided the level
 * @param topics topics touched, with the words as they stand
 * @param entities names lost
 * @param evidence each feature's share, in plain words
 * @param alternatives other explanations, those that the evidence makes likely first; never empty
 * @param statement the finding in careful words
 */
public record Reading(
        FindingClass findingClass,
        int level,
        double score,
        double certainty,
        String rule,
        List<TopicMatch> topics,
        List<Entity> entities,
        List<Evidence> evidence,
        List<String> alternatives,
        String statement) {

    /** Id of the evidence that says why the language models did not read all of the text. */
    public static final String LANGUAGE_MODEL = "language-model";

    /** Copies the lists. */
    public Reading {
        topics = List.copyOf(topics);
        entities = List.copyOf(entities);
        evidence = List.copyOf(evidence);
        alternatives = List.copyOf(alternatives);
    }
}
