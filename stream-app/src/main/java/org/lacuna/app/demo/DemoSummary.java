package org.lacuna.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lacuna.app.history.Summary;
import org.lacuna.schema.DeliveryState;

/**
 * What a demo did.
 *
 * @param archive what the archive holds
 * @param busy how long each stage had something to do
 * @param firstFinding time from the start of the program's work to the first finding; empty where there is none
 * @param total time from the start until now
 */
public record DemoSummary(
        Summary archive, Map<String, Duration> busy, Optional<Duration> firstFinding, Duration total) {

    private static final Path STATUS = Path.of("/proc/self/status");

    /** Copies the map and keeps its order. */
    public DemoSummary {
        busy = Collections.unmodifiableMap(new LinkedHashMap<>(busy));
    }

    /** The same as one JSON object, version {@code lacuna/demo/1}. */
    public String toJson() {
        var json = new ObjectMapper().createObjectNode();
        json.put("schema", "lacuna/demo/1");
        json.put("snapshots", archive.snapshots());
        json.put("comparisons", archive.comparisons());
        counts(json.putObject("changes"), archive.changes());
        counts(json.putObject("findings"), archive.findingsByLevel());
        json.put("alerts", archive.alerts());
        json.put("alertsDelivered", archive.deliveries().getOrDefault(DeliveryState.DELIVERED, 0L));
        json.put(
                "sourceFaults",
                archive.sourceFaults().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        counts(json.putObject("sourceFaultsByKind"), archive.sourceFaults());
        json.put("deadLetters", archive.deadLetters());
        var seconds = json.putObject("seconds");
        busy.forEach((stage, time) -> seconds.put(stage, seconds(time)));
        firstFinding.ifPresent(time -> seconds.put("firstFinding", seconds(time)));
        seconds.put("total", seconds(total));
        peakMemory().ifPresent(megabytes -> json.put("peakMemoryMB", megabytes));
        return json.toPrettyString();
    }

    private static void counts(ObjectNode json, Map<?, Long> counts) {
        counts.forEach((what, count) -> json.put(String.valueOf(what), count));
    }

    private static double seconds(Duration time) {
        return Math.round(time.toMillis() / 100.0) / 10.0;
    }

    /** Most resident memory that this process has had, where the system tells (Linux: VmHWM). */
    private static Optional<Long> peakMemory() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
