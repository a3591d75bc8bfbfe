package org.lacuna.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C, or a request to terminate: the program learns of it and is given the time to stop in order. The process ends
 * when this is closed.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait, "stop");
    private volatile Runnable action = () -> {};

    private StopSignal() {}

    /** Listens from now on. */
    static StopSignal install() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Does something as soon as the program is asked to stop, such as ending what takes long. */
    void whenAsked(Runnable action) {
        this.action = action;
        if (asked.getCount() == 0) {
            action.run();
        }
    }

    /** Waits; true when the program is asked to stop, at once or within the time. */
    boolean askedWithin(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void askAndWait() {
        asked.countDown();
        action.run();
        try {
            if (!stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.Logger log = System.getLogger(StopSignal.class.getName());
                log.log(System.Logger.Level.WARNING, "did not stop within {0}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is stopped. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stoppingAlready) {
            // Then the hook waits for nothing any more.
        }
    }
}
