package org.lacuna.schema.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells languages of the Latin alphabet apart by the words that no text of theirs does without. Thread-safe. Source: own
 * lists of articles, pronouns, prepositions and forms of "to be"; words that two of the languages share are left out
 * where they would mislead.
 */
final class CommonWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    /** Running prose has a quarter or more; a list of names in another language hardly any. */
    private static final double SURE = 0.10;

    /** Two languages share a few words; so many times more of one than of the other leave no doubt. */
    private static final double MANY_TIMES = 3;

    private static final int FEW = 20;
    private static final int HEAD = 20_000;

    /** A language with its name and its common words. */
    private record Known(String tag, String name, Set<String> words) {
        static Known of(String tag, String name, String words) {
            return new Known(tag, name, Set.of(words.split(" ", -1)));
        }

        double shareOf(String[] text) {
            int hits = 0;
            for (String word : text) {
                hits += words.contains(word) ? 1 : 0;
            }
            return (double) hits / text.length;
        }
    }

    private static final Known ENGLISH = Known.of(
            "en",
            "English",
            "the of and to that it was his he with as you had not be her she they have this from were which would there"
                    + " what been will");
    private static final List<Known> LANGUAGES = List.of(
            ENGLISH,
            Known.of(
                    "de",
                    "German",
                    "der die und das ist nicht ein eine den dem des sich mit auf für von zu war auch als wie noch werden"
                            + " wird sind ich sie wir haben hatte"),
            Known.of(
                    "fr",
                    "French",
                    "le les et des est une du dans qui pas pour sur au ce cette avec plus nous vous était il elle sont"
                            + " mais aux leur ont être"),
            Known.of(
                    "es",
                    "Spanish",
                    "el los las y una por con para del se lo como más pero sus le ya este fue era muy hay sin sobre"
                            + " también porque estaba"),
            Known.of(
                    "it",
                    "Italian",
                    "il di che è un della del non per gli nel sono con dei alla si più anche come questo era ha lo delle"
                            + " nella suo aveva"),
            Known.of(
                    "pt",
                    "Portuguese",
                    "o os as e um uma do da dos das não em no na para com ao se mais pelo pela você ele ela seu sua foi"
                            + " são isso estava"),
            Known.of(
                    "nl",
                    "Dutch",
                    "de het een en van ik niet is dat op te zijn met voor die er maar hij aan ook wat naar werd nog deze"
                            + " hebben geen"));

    private CommonWords() {}

    /** The language other than English that the words of a text give away; empty where none does. */
    static Optional<String> language(String text) {
        var words = words(text);
        double english = ENGLISH.shareOf(words);
        return best(words)
                .filter(known -> !known.equals(ENGLISH) && known.shareOf(words) > 1.5 * english)
                .map(Known::tag);
    }

    /** The name of the language that a text is in where it cannot be in the given one; empty where it can be. */
    static Optional<String> insteadOf(String language, String text) {
        var words = words(text);
        return LANGUAGES.stream()
                .filter(known -> known.tag().equals(language))
                .findFirst()
                .flatMap(declared ->
                        best(words).filter(known -> known.shareOf(words) > MANY_TIMES * declared.shareOf(words)))
                .map(Known::name);
    }

    private static Optional<Known> best(String[] words) {
        return words.length < FEW
                ? Optional.empty()
                : LANGUAGES.stream()
                        .filter(known -> known.shareOf(words) >= SURE)
                        .max(Comparator.comparingDouble(known -> known.shareOf(words)));
    }

    private static String[] words(String text) {
        return BETWEEN.split(text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT), -1);
    }
}
