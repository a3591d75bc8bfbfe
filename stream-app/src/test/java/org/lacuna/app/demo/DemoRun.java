package org.lacuna.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.lacuna.app.compare.CompareTopology;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Change;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topics;

/** All rounds of the demo through the real sites, the real readers and the real compare stage, without a broker. */
final class DemoRun implements AutoCloseable {

    /** What a source did not deliver, and in which round. */
    record Fault(String source, String work, String market, FaultKind kind, int round) {}

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final DemoSites sites;
    private final Visitor visitor;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SnapshotRecord> snapshots;
    private final TestOutputTopic<String, Change> written;
    private final Map<String, Integer> absences = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();

    final Map<String, Change> changes = new LinkedHashMap<>();
    final List<Fault> faults = new ArrayList<>();
    final Map<String, Map<String, Integer>> published = new TreeMap<>();
    /** All that the last round showed of a work, by market. */
    final Map<String, Map<String, List<Extracted.Section>>> shown = new TreeMap<>();

    DemoRun(Path state) throws IOException {
        sites = DemoSites.start(0, 0, 0);
        visitor = new Visitor();
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.compare");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(CompareTopology.build(MarketPlan.CHINA), config);
        snapshots = driver.createInputTopic(
                Topics.SNAPSHOTS.name(),
                Topics.SNAPSHOTS.keys().serializer(),
                Topics.SNAPSHOTS.values().serializer());
        written = driver.createOutputTopic(
                Topics.CHANGES.name(),
                Topics.CHANGES.keys().deserializer(),
                Topics.CHANGES.values().deserializer());
    }

    DemoRun rounds() throws IOException, InterruptedException {
        for (int round = 1; round <= DemoSites.ROUNDS; round++) {
            sites.round(round);
            for (var name : DemoSites.DECLARATIONS) {
                var source = Declaration.of(sites, name);
                for (var release : source.releases()) {
                    visit(source, release, round);
                }
            }
            written.readValuesToList().forEach(change -> changes.put(change.getId(), change));
        }
        return this;
    }

    static int round(Change change) {
        return (int) Duration.between(BEGIN, change.getFirstSeen()).toDays();
    }

    private void visit(Declaration source, Release release, int round) throws IOException, InterruptedException {
        var at = BEGIN.plus(Duration.ofDays(round)).plusSeconds(last.size() + 1);
        switch (visitor.see(source, release)) {
            case Visitor.Seen.Fault fault ->
                faults.add(new Fault(source.id(), release.getWork(), release.getMarket(), fault.kind(), round));
            case Visitor.Seen.Absent() -> {
                int sightings = source.tree().path("absence").path("sightings").asInt();
                if (absences.merge(release.getId(), 1, Integer::sum) >= sightings) {
                    publish(source, release, Availability.ABSENT, List.of(), at);
                }
            }
            case Visitor.Seen.Listed(var sections) -> {
                absences.remove(release.getId());
                shown.computeIfAbsent(release.getWork(), work -> new TreeMap<>())
                        .put(release.getMarket(), sections);
                publish(source, release, Availability.LISTED, sections, at);
            }
        }
    }

    private void publish(
            Declaration source,
            Release release,
            Availability availability,
            List<Extracted.Section> sections,
            Instant at) {
        var work = release.getWork();
        var refs = sections.stream()
                .map(section -> new SectionRef(
                        Ids.of(section.passages().toString()),
                        section.name(),
                        section.passages().size(),
                        1))
                .toList();
        var id = Ids.of(release.getId(), availability.name(), refs.toString());
        if (id.equals(last.put(release.getId(), id))) {
            return;
        }
        published.computeIfAbsent(work, any -> new TreeMap<>()).merge(release.getMarket(), 1, Integer::sum);
        for (int i = 0; i < refs.size(); i++) {
            var part = new SectionPart(
                    work, refs.get(i).getHash(), 0, 1, sections.get(i).passages());
            snapshots.pipeInput(work, new SnapshotRecord(part), at);
        }
        var snapshot = new Snapshot(id, release, source.id(), "", at, availability, refs, List.of());
        snapshots.pipeInput(work, new SnapshotRecord(snapshot), at);
    }

    @Override
    public void close() {
        driver.close();
        visitor.close();
        sites.close();
    }
}
