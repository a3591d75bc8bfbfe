package org.lacuna.app.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The topics and their forms. Immutable.
 *
 * @param version first 12 hex digits of the SHA-256 of the files: it changes with every edit of the lexicon
 * @param concepts the topics, in the order of the files; ids are distinct
 */
public record Lexicon(String version, List<Concept> concepts) {
    private static final List<String> SHIPPED = List.of("political.yaml", "moral.yaml", "contested.yaml");

    /** Copies the list. */
    public Lexicon {
        concepts = List.copyOf(concepts);
    }

    /**
     * The lexicon inside the program.
     *
     * @throws LexiconException if a file is wrong; names file, line and column
     */
    public static Lexicon shipped() {
        var files = new TreeMap<String, String>();
        for (String name : SHIPPED) {
            files.put("lexicon/" + name, resource("/lexicon/" + name));
        }
        return read(files);
    }

    /**
     * A lexicon from the text of files.
     *
     * @param files YAML by file name; read in the order of the map
     * @throws LexiconException if a file is wrong or two files use one id; names file, line and column
     */
    public static Lexicon read(Map<String, String> files) {
        var concepts = new ArrayList<Concept>();
        var ids = new HashSet<String>();
        var digest = sha256();
        files.forEach((name, yaml) -> {
            digest.update(yaml.getBytes(StandardCharsets.UTF_8));
            for (Concept concept : LexiconFile.read(name, yaml)) {
                if (!ids.add(concept.id())) {
                    throw new LexiconException(name, 1, 1, "id '" + concept.id() + "' stands in another file too");
                }
                concepts.add(concept);
            }
        });
        return new Lexicon(HexFormat.of().formatHex(digest.digest(), 0, 6), concepts);
    }

    /** The concept of that id; empty where there is none. */
    public Optional<Concept> concept(String id) {
        return concepts.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    private static String resource(String path) {
        try (var in = Lexicon.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new LexiconException(path, 1, 1, "the file is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
