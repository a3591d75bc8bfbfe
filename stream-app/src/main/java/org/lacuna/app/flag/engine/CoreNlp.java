package org.lacuna.app.flag.engine;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads texts with CoreNLP, under a watchdog: a text that takes too long is not analysed, and no text waits for one that
 * hangs longer than its own time. Traditional characters are read as their Simplified ones, at the same offsets.
 */
public final class CoreNlp implements Annotator {
    private static final int LONGEST = 4_000;
    private static final Duration LOADING = Duration.ofMinutes(3);
    /** Annotating is bound by the processor: more at once make each slower, not all faster. */
    private static final int AT_ONCE = 2;

    private final Models models;
    private final Duration limit;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** @param limit longest time for one text, loading the models aside */
    public CoreNlp(Models models, Duration limit) {
        this.models = models;
        this.limit = limit;
    }

    @Override
    public Analysis analyse(String text, String language) {
        var known = Models.Language.of(language);
        if (known.isEmpty()) {
            return new Analysis.NotAnalysed("no language model for '" + language + "'");
        }
        try {
            return switch (models.warm(known.get()).get(LOADING.toMillis(), TimeUnit.MILLISECONDS)) {
                case Models.Loaded.Degraded(var why) -> new Analysis.Degraded(why);
                case Models.Loaded.Ready(var pipeline) -> watched(pipeline, head(text), known.get());
            };
        } catch (TimeoutException e) {
            return new Analysis.NotAnalysed("the language model is still loading");
        } catch (ExecutionException | CompletionException e) {
            return new Analysis.Degraded("the language model failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Analysis.NotAnalysed("interrupted");
        }
    }

    private Analysis watched(StanfordCoreNLP pipeline, String text, Models.Language language)
            throws InterruptedException {
        if (!turns.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Analysis.NotAnalysed("the language models are busy");
        }
        var result = new CompletableFuture<Analysis>();
        Thread.ofPlatform().daemon().name("flag.annotate").start(() -> {
            try {
                result.complete(read(pipeline, text, language));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                result.complete(new Analysis.NotAnalysed("the language model failed: " + e));
            } finally {
                turns.release();
            }
        });
        return await(result);
    }

    private Analysis await(Future<Analysis> result) throws InterruptedException {
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Analysis.NotAnalysed("took longer than " + limit.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Analysis.NotAnalysed("the language model failed: " + e.getMessage());
        }
    }

    private static Analysis read(StanfordCoreNLP pipeline, String text, Models.Language language) {
        var document = new CoreDocument(language == Models.Language.CHINESE ? simplified(text) : text);
        pipeline.annotate(document);
        var words = document.tokens().stream()
                .map(t -> new Analysis.Word(t.beginPosition(), t.endPosition()))
                .toList();
        var names = document.entityMentions().stream()
                .map(m -> new Analysis.Name(
                        text.substring(m.charOffsets().first(), m.charOffsets().second()), m.entityType()))
                .distinct()
                .toList();
        return new Analysis.Read(words, names, text.length());
    }

    /** Where a conversion would move offsets, the text stays as it is. */
    private static String simplified(String text) {
        var converted = ZhConverterUtil.toSimple(text);
        return converted.length() == text.length() ? converted : text;
    }

    private static String head(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
