package org.lacuna.app.flag.engine;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CoreNLP pipelines, each loaded at most once by an instance, in the background, when first asked for: keep one
 * instance a process. An English-only run never loads the Chinese models. Safe for many threads.
 *
 * <p>Fine-grained entities, SUTime and numeric classifiers are off: they cost twelve times the rest. The Chinese
 * segmenter is the small one, a third of the memory of the default. Source: our measurements of CoreNLP 4.5.10.
 */
public final class Models {
    /** A language with models. */
    public enum Language {
        /** English. */
        ENGLISH,
        /** Chinese; the models expect Simplified characters. */
        CHINESE;

        /** The language of a BCP 47 tag; empty where there is no model for it. */
        public static Optional<Language> of(String tag) {
            return switch (Locale.forLanguageTag(tag).getLanguage()) {
                case "en" -> Optional.of(ENGLISH);
                case "zh" -> Optional.of(CHINESE);
                default -> Optional.empty();
            };
        }
    }

    /** What loading gave. */
    public sealed interface Loaded {
        /** The pipeline; safe for many threads once loaded. */
        record Ready(StanfordCoreNLP pipeline) implements Loaded {}

        /** It cannot be had, and why. */
        record Degraded(String why) implements Loaded {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final Map<Language, CompletableFuture<Loaded>> loaded = new ConcurrentHashMap<>();

    /** Starts loading where nobody has yet. The future never fails: a missing model is a {@link Loaded.Degraded}. */
    public CompletableFuture<Loaded> warm(Language language) {
        return loaded.computeIfAbsent(language, wanted -> {
            var result = new CompletableFuture<Loaded>();
            Thread.ofPlatform()
                    .daemon()
                    .name("flag.models-" + wanted.name().toLowerCase(Locale.ROOT))
                    .start(() -> result.complete(load(wanted)));
            return result;
        });
    }

    /** Starts loading in the background where nobody has yet; whoever asks later waits for the rest only. */
    @SuppressWarnings("FutureReturnValueIgnored") // never fails, and nobody waits for it here
    public void startLoading(Language language) {
        warm(language);
    }

    private static Loaded load(Language language) {
        try {
            var pipeline = new StanfordCoreNLP(
                    switch (language) {
                        case ENGLISH -> english();
                        case CHINESE -> chinese();
                    });
            // The first text makes the segmenter read its dictionaries: here, and not under a text's time limit.
            pipeline.annotate(new CoreDocument(language == Language.CHINESE ? "你好。" : "Hello."));
            LOG.info("the language model for {} is loaded", language);
            return new Loaded.Ready(pipeline);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError e) {
            var why = e instanceof OutOfMemoryError ? "not enough memory" : String.valueOf(e.getMessage());
            LOG.warn("the language model for {} cannot be loaded; findings will say so: {}", language, why);
            return new Loaded.Degraded("the %s model cannot be loaded: %s"
                    .formatted(language.name().toLowerCase(Locale.ROOT), why));
        }
    }

    private static Properties english() {
        var settings = lean();
        settings.setProperty("ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
        return settings;
    }

    private static Properties chinese() {
        var settings = lean();
        var segmenter = "edu/stanford/nlp/models/segmenter/chinese";
        settings.setProperty("tokenize.language", "zh");
        settings.setProperty("segment.model", segmenter + "/ctb.small.gz");
        settings.setProperty("segment.sighanCorporaDict", segmenter);
        settings.setProperty("segment.serDictionary", segmenter + "/dict-chris6.ser.gz");
        settings.setProperty("segment.sighanPostProcessing", "true");
        settings.setProperty("ssplit.boundaryTokenRegex", "[.。]|[!?！？]+");
        settings.setProperty("pos.model", "edu/stanford/nlp/models/pos-tagger/chinese-distsim.tagger");
        settings.setProperty("ner.language", "chinese");
        settings.setProperty("ner.model", "edu/stanford/nlp/models/ner/chinese.kbp.distsim.crf.ser.gz");
        return settings;
    }

    private static Properties lean() {
        var settings = new Properties();
        settings.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner");
        settings.setProperty("ner.applyFineGrained", "false");
        settings.setProperty("ner.useSUTime", "false");
        settings.setProperty("ner.applyNumericClassifiers", "false");
        return settings;
    }
}
