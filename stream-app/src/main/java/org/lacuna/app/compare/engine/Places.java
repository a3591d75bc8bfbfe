package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.JoinedText;
import org.lacuna.app.compare.engine.collation.Omission;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Place;
import org.lacuna.schema.text.Excerpt;

/** Says where passages of one text stand, in its own words; words that are too many for a record are cut. Immutable. */
final class Places {

    /** Most UTF-16 code units of text in a place. */
    static final int MOST_TEXT = Omission.MOST_TEXT;

    private static final int MOST_BESIDE = 2_000;

    private final Text text;
    private final List<Passage> passages;
    private final int[] sections;

    Places(Text text) {
        this.text = text;
        passages = text.passages();
        sections = new int[passages.size()];
        int at = 0;
        for (int s = 0; s < text.sections().size(); s++) {
            for (int n = text.sections().get(s).passages().size(); n > 0; n--) {
                sections[at++] = s;
            }
        }
    }

    String language() {
        return text.language();
    }

    List<Passage> passages() {
        return passages;
    }

    int section(int passage) {
        return sections[passage];
    }

    /** How long the text of some passages is at most, in UTF-16 code units. */
    int length(List<Integer> indices) {
        return indices.stream()
                .mapToInt(i -> passages.get(i).getText().length() + 1)
                .sum();
    }

    /** The place of some passages; nothing for none. */
    Optional<Place> of(List<Integer> indices) {
        if (indices.isEmpty()) {
            return Optional.empty();
        }
        Passage first = passages.get(indices.getFirst());
        Passage last = passages.get(indices.getLast());
        @Nullable Long from = first.getFromMillis().orElse(null);
        @Nullable Long to = last.getToMillis().orElse(null);
        return Optional.of(Place.newBuilder()
                .setSection(text.sections().get(sections[indices.getFirst()]).name())
                .setPassages(List.copyOf(indices))
                .setKey(first.getKey().orElse(null))
                .setFromMillis(from)
                .setToMillis(to)
                .setText(Excerpt.start(joined(indices), MOST_TEXT))
                .setLanguage(text.language())
                .build());
    }

    /** The place of a cut, which may hold no passage at all. */
    Place during(Aligned.Cut cut) {
        String section = cut.passages().isEmpty()
                ? ""
                : text.sections().get(sections[cut.passages().getFirst()]).name();
        return Place.newBuilder()
                .setSection(section)
                .setPassages(cut.passages())
                .setKey(null)
                .setFromMillis(cut.fromMillis())
                .setToMillis(cut.toMillis())
                .setText(Excerpt.start(joined(cut.passages()), MOST_TEXT))
                .setLanguage(text.language())
                .build();
    }

    /** What the last cue says that begins before a time; empty where none does. */
    String beforeTime(long millis) {
        return passages.stream()
                .filter(cue -> cue.getFromMillis().filter(from -> from < millis).isPresent())
                .max(Comparator.comparingLong(cue -> cue.getFromMillis().orElse(0L)))
                .map(cue -> Excerpt.end(cue.getText(), MOST_BESIDE))
                .orElse("");
    }

    /** What the first cue says that begins at a time or later; empty where none does. */
    String afterTime(long millis) {
        return passages.stream()
                .filter(cue ->
                        cue.getFromMillis().filter(from -> from >= millis).isPresent())
                .min(Comparator.comparingLong(cue -> cue.getFromMillis().orElse(0L)))
                .map(cue -> Excerpt.start(cue.getText(), MOST_BESIDE))
                .orElse("");
    }

    /** The place of words that are missing; its text is those words alone. */
    Place of(Omission omission) {
        Place whole = of(omission.passages()).orElseThrow();
        return Place.newBuilder(whole)
                .setText(Excerpt.start(words(omission), MOST_TEXT))
                .build();
    }

    /** The words that are missing, however many. */
    String words(Omission omission) {
        List<Integer> indices = omission.passages();
        String first = passages.get(indices.getFirst()).getText();
        String last = passages.get(indices.getLast()).getText();
        if (indices.size() == 1) {
            return first.substring(omission.from(), omission.to()).strip();
        }
        var parts = new ArrayList<String>();
        parts.add(first.substring(omission.from()));
        indices.subList(1, indices.size() - 1)
                .forEach(i -> parts.add(passages.get(i).getText()));
        parts.add(last.substring(0, omission.to()));
        return new JoinedText(parts).toString();
    }

    /** What stands before missing words: the rest of their passage, or the passage before it. */
    String before(Omission omission) {
        int first = omission.passages().getFirst();
        String rest = passages.get(first).getText().substring(0, omission.from());
        return rest.isBlank() ? before(first) : Excerpt.end(rest, MOST_BESIDE);
    }

    /** What stands after missing words. */
    String after(Omission omission) {
        int last = omission.passages().getLast();
        String rest = passages.get(last).getText().substring(omission.to());
        return rest.isBlank() ? after(last) : Excerpt.start(rest, MOST_BESIDE);
    }

    /** The text of some passages, however long; empty for none. */
    String joined(List<Integer> indices) {
        return new JoinedText(
                        indices.stream().map(i -> passages.get(i).getText()).toList())
                .toString();
    }

    /** The end of the nearest passage with text before an index; empty at the start. */
    String before(int index) {
        int i = index - 1;
        while (i >= 0 && passages.get(i).getText().isBlank()) {
            i--;
        }
        return i < 0 ? "" : Excerpt.end(passages.get(i).getText(), MOST_BESIDE);
    }

    /** The start of the nearest passage with text after an index; empty at the end. */
    String after(int index) {
        int i = index + 1;
        while (i < passages.size() && passages.get(i).getText().isBlank()) {
            i++;
        }
        return i >= passages.size() ? "" : Excerpt.start(passages.get(i).getText(), MOST_BESIDE);
    }
}
