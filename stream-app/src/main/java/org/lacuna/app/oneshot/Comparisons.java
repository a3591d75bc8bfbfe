package org.lacuna.app.oneshot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.lacuna.app.compare.engine.Comparer;

/** Answers requests to compare two texts, without findings. Nothing is kept. Thread-safe. */
public final class Comparisons {

    private final Comparer comparer = new Comparer();

    /**
     * Compares what a request holds.
     *
     * @param request JSON with {@code baseline}, {@code target} and, if wanted, {@code segment} and {@code witnesses}
     * @return the JSON that {@code lacuna compare --format json --no-flag} writes of two such files
     * @throws BadInputException if the request or a text in it cannot be read; says which member and why
     */
    public String answer(byte[] request) {
        var asked = CompareRequest.read(request);
        var collation = comparer.compare(asked.baseline().text(), asked.target().text());
        var witnesses = WitnessTable.of(collation, asked.witnesses());
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        new JsonReport(writer)
                .print(new ComparisonReport(asked.baseline(), asked.target(), collation, witnesses, Optional.empty()));
        writer.flush();
        return out.toString();
    }
}
