package org.lacuna.app.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work on a few threads, whose results come out in the order in which it was given, each as soon as its turn has come.
 * Give and close from one thread; the results are handed on one at a time.
 */
final class InOrder<T> implements AutoCloseable {

    private final ExecutorService threads;
    private final Semaphore window;
    private final Consumer<T> results;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    /** @param window how many may be unfinished or wait for their turn; giving more waits */
    InOrder(int threads, int window, Consumer<T> results) {
        this.threads = Executors.newFixedThreadPool(threads);
        this.window = new Semaphore(window);
        this.results = results;
    }

    void give(Supplier<T> work) {
        window.acquireUninterruptibly();
        last = last.thenAcceptBoth(
                        CompletableFuture.supplyAsync(work, threads), (before, result) -> results.accept(result))
                .whenComplete((nothing, failure) -> window.release());
    }

    /** Waits until everything has come out; what failed within comes out here. */
    @Override
    public void close() {
        try {
            last.join();
        } finally {
            threads.close();
        }
    }
}
