package org.lacuna.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.cli.Lacuna;
import org.lacuna.schema.ChangeKind;
import org.lacuna.scrapers.collect.Round;

/** The whole program over the demo's sites, with everything real, held against {@code expected.yaml}. */
class DemoTest {

    private final Expectations expected = Expectations.read();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aRunFindsExactlyWhatTheSitesHold() throws Exception {
        // Given
        var watcher = new Diary();

        // When
        try (var demo = ((Demo.Answer.Started) Demo.start(folder, 0, Clock.systemUTC())).demo()) {
            assertThat(demo.play(watcher)).isTrue();
        }

        // Then
        try (var left = new Leftovers(folder)) {
            holdsWhatIsExpected(left, watcher::roundOf);
            assertThat(left.faults()).isEqualTo(expectedFaults());
            assertThat(left.archive().summary().deadLetters()).isZero();
        }
    }

    @Test
    void aRunThatIsKilledTwiceAndStartedAgainFindsTheSame() throws Exception {
        // When
        killAt("round 1 of 4");
        killAt("round 3 of 4");
        var last = start();
        var said = new ArrayList<String>();
        try (var lines = errors(last)) {
            lines.lines().forEach(said::add);
        }
        assertThat(last.waitFor()).as(String.join("\n", said)).isZero();
        var summary = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(folder.resolve("summary.json").toFile());
        assertThat(summary.path("alertsDelivered").asInt())
                .isEqualTo(expected.alerts().findings().size());

        // Then
        try (var left = new Leftovers(folder)) {
            holdsWhatIsExpected(left, at -> Optional.empty());
            // A round that was begun twice may have met a fault twice.
            assertThat(left.faults().keySet()).isEqualTo(expectedFaults().keySet());
        }
    }

    private void holdsWhatIsExpected(Leftovers left, Function<Instant, Optional<Integer>> rounds) {
        assertThat(left.findings(rounds)).containsExactlyInAnyOrderElementsOf(expected.findings());
        assertThat(left.snapshots()).isEqualTo(expected.snapshots());
        assertThat(left.archive().summary().changes()).isEqualTo(counted());
        assertThat(left.mailed())
                .containsExactlyInAnyOrderElementsOf(expected.alerts().findings());
        assertThat(left.archive().summary().alerts())
                .isEqualTo(expected.alerts().findings().size());
        for (var silent : expected.silent()) {
            assertThat(left.texts(silent.work(), true)).noneMatch(text -> text.contains(silent.text()));
            assertThat(left.texts(silent.work(), false).stream().anyMatch(text -> text.contains(silent.text())))
                    .as(silent.why())
                    .isEqualTo(silent.change());
        }
    }

    private Map<ChangeKind, Long> counted() {
        return expected.changes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> (long) count.getValue()));
    }

    private Map<String, Long> expectedFaults() {
        return expected.faults().stream()
                .collect(Collectors.toMap(Leftovers::described, fault -> (long) fault.count()));
    }

    private void killAt(String line) throws IOException, InterruptedException {
        var process = start();
        try (var lines = errors(process)) {
            assertThat(lines.lines().anyMatch(said -> said.contains(line)))
                    .as("came as far as " + line)
                    .isTrue();
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx2500m",
                "-cp",
                System.getProperty("java.class.path"),
                Lacuna.class.getName(),
                "demo",
                "--once",
                "--port",
                "0",
                "--dir",
                folder.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("summary.json").toFile())
                .start();
    }

    private static BufferedReader errors(Process process) {
        return process.errorReader(StandardCharsets.UTF_8);
    }

    /** Remembers when each round was collected. */
    private static final class Diary implements Demo.Watcher {

        private final TreeMap<Instant, Integer> collected = new TreeMap<>();

        @Override
        public void collected(int number, Round round) {
            collected.put(Clock.systemUTC().instant(), number);
        }

        @Override
        public void firstFinding(Duration sinceStart) {
            // Whoever waits at the terminal wants to know; a test does not.
        }

        @Override
        public boolean waitAndGoOn(Duration pause) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        }

        /** The round that was being collected at a moment. */
        Optional<Integer> roundOf(Instant at) {
            return Optional.ofNullable(collected.ceilingEntry(at)).map(entry -> entry.getValue());
        }
    }
}
