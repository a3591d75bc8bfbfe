package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.runtime.DataFolder.Answer.Held;
import org.lacuna.app.runtime.DataFolder.Answer.Refused;

class DataFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSecondHolderIsRefusedAndToldWhoHoldsIt() throws IOException {
        // Given
        var first = (Held) DataFolder.hold(folder);

        // When
        var second = DataFolder.hold(folder);

        // Then
        assertThat(((Refused) second).why())
                .contains(
                        folder.toString(), "process " + ProcessHandle.current().pid());
        first.folder().close();
    }

    @Test
    void aFolderThatWasLetGoCanBeHeldAgain() throws IOException {
        ((Held) DataFolder.hold(folder)).folder().close();

        assertThat(DataFolder.hold(folder)).isInstanceOf(Held.class);
    }

    @Test
    void aFileInItsPlaceIsRefusedWithTheReason() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThat(((Refused) DataFolder.hold(file)).why()).contains(file.toString());
    }
}
