package org.lacuna.app.oneshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.Witnesses;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.schema.Witness;
import org.lacuna.scrapers.extract.DocumentReader;

/**
 * How each difference stands in the other versions of the work that the user has.
 *
 * @param byDifference witnesses of each difference, by its id
 */
public record WitnessTable(Map<String, List<Witness>> byDifference) {

    /** Looks every difference that has a text in the baseline up in each witness. */
    public static WitnessTable of(
            Collation collation, Map<String, Path> files, DocumentReader.Segmentation segmentation) {
        var holdings = new LinkedHashMap<String, Holding>();
        files.forEach((market, file) -> holdings.put(market, Holding.read(file, Optional.empty(), segmentation)));
        return of(collation, holdings);
    }

    /** The same with witnesses that were read, by market. */
    public static WitnessTable of(Collation collation, Map<String, Holding> holdings) {
        var table = collation.differences().stream()
                .collect(Collectors.toMap(Difference::id, d -> (List<Witness>) new ArrayList<Witness>(), (a, b) -> a));
        holdings.forEach((market, holding) -> {
            var witness = Witnesses.of(holding.text());
            for (var difference : collation.differences()) {
                difference
                        .baseline()
                        .map(place -> new Witness(holding.name(), market, witness.lookUp(place)))
                        .ifPresent(table.getOrDefault(difference.id(), new ArrayList<>())::add);
            }
        });
        return new WitnessTable(table);
    }

    /** Witnesses of a difference; none where no witness was given. */
    public List<Witness> of(Difference difference) {
        return byDifference.getOrDefault(difference.id(), List.of());
    }
}
