package org.lacuna.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lacuna.app.oneshot.BadInputException;
import org.lacuna.app.oneshot.Comparisons;

/**
 * {@code POST /api/v1/compare}: two texts in, what {@code lacuna compare --format json --no-flag} says out. Nothing is kept.
 * A few at a time, so that whoever compares takes no page from whoever reads.
 */
final class CompareRoute {

    static final String PATH = "/api/v1/compare";

    /** Most bytes of a request: two texts of 20 MB, a little more in base64. */
    static final long LARGEST = 64L << 20;

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Comparisons comparisons = new Comparisons();
    private final Semaphore free = new Semaphore(AT_ONCE, true);

    void answer(Context request) {
        try {
            if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                request.header("Retry-After", Integer.toString(PATIENCE_SECONDS));
                throw new ServiceUnavailableResponse("Other comparisons are under way. Ask again a little later.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ServiceUnavailableResponse("The program is about to stop.");
        }
        try {
            request.contentType("application/json; charset=utf-8").result(comparisons.answer(request.bodyAsBytes()));
        } catch (BadInputException bad) {
            throw new BadRequestResponse(String.valueOf(bad.getMessage()));
        } finally {
            free.release();
        }
    }
}
