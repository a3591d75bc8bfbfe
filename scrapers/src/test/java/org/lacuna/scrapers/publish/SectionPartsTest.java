package org.lacuna.scrapers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.topics.Topics;

class SectionPartsTest {

    @Test
    void aShortSectionTravelsWhole() {
        var section = SectionParts.of("w", "Chapter 1", List.of(prose("A."), prose("B.")));

        assertThat(section.parts()).hasSize(1);
        assertThat(section.ref().getPassages()).isEqualTo(2);
    }

    @Test
    void aLongSectionTravelsInPartsThatNoRecordLimitRefuses() {
        // Given
        var passages = IntStream.range(0, 20_000)
                .mapToObj(i -> prose("渡轮在钟声停止前离开了，码头上没有人挥手。" + i))
                .toList();

        // When
        var section = SectionParts.of("w", "", passages);

        // Then
        assertThat(section.parts()).hasSizeGreaterThan(1);
        assertThat(section.parts()).allSatisfy(part -> assertThat(
                        Topics.SNAPSHOTS.values().serializer().serialize("t", new SnapshotRecord(part)).length)
                .isLessThan(1_000_000));
        assertThat(section.parts().stream()
                        .flatMap(p -> p.getPassages().stream())
                        .toList())
                .isEqualTo(passages);
    }

    @Test
    void aPassageOfSeveralMegabytesIsCutBetweenCharactersIntoPiecesThatAChangeCanHold() {
        var text = "𠮷雪".repeat(700_000);

        var section = SectionParts.of("w", "", List.of(prose(text)));

        assertThat(section.parts()).hasSizeGreaterThan(4);
        var pieces = section.parts().stream()
                .flatMap(p -> p.getPassages().stream())
                .map(Passage::getText)
                .toList();
        assertThat(pieces)
                .allMatch(piece -> piece.length() <= SectionParts.LONGEST_PASSAGE)
                .noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
        assertThat(String.join("", pieces).equals(text)).isTrue();
    }

    @Test
    void ofANameOrKeyOfMegabytesTheStartStays() {
        var endless = "k".repeat(2_000_000);

        var section = SectionParts.of("w", endless, List.of(new Passage(PassageKind.ENTRY, "", endless, null, null)));

        assertThat(section.ref().getName()).hasSize(1_000).endsWith("k…");
        var passage = section.parts().getFirst().getPassages().getFirst();
        assertThat(passage.getKey().orElseThrow()).hasSize(1_000);
        assertThat(passage.getText()).isEmpty();
    }

    @Test
    void equalTextHasAnEqualHashUnderAnyName() {
        var one = SectionParts.of("w", "Chapter 1", List.of(prose("A.")));
        var other = SectionParts.of("w", "Chapter 2", List.of(prose("A.")));
        var third = SectionParts.of("w", "Chapter 1", List.of(prose("B.")));

        assertThat(one.ref().getHash())
                .isEqualTo(other.ref().getHash())
                .isNotEqualTo(third.ref().getHash());
    }

    private static Passage prose(String text) {
        return new Passage(PassageKind.PROSE, text, null, null, null);
    }
}
