package org.lacuna.app.demo;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The demo's sites: a film catalogue, a game store and a bookshop, each on a port of its own on loopback. They show
 * another release of a work by the market that a request comes from, and change from round to round. Thread-safe.
 */
public final class DemoSites implements AutoCloseable {

    /** The rounds that the sites tell something new in, from 1. */
    public static final int ROUNDS = 4;

    /** Markets beside GLOBAL that the declarations ask from; each needs its way out. */
    public static final List<String> MARKETS = List.of("CN", "TW", "HK", "SG", "JP", "GB");

    /** Names for {@link #declaration}. */
    public static final List<String> DECLARATIONS = List.of("films", "games", "books");

    private final AtomicInteger round = new AtomicInteger(1);
    private final Site films;
    private final Site games;
    private final Site books;

    private DemoSites(int filmsPort, int gamesPort, int booksPort) throws IOException {
        films = new Site(new Shop("films", "film", "Harbour Film Catalogue"), filmsPort, round::get);
        try {
            games = new Site(new Shop("games", "app", "Lantern Arcade"), gamesPort, round::get);
        } catch (IOException e) {
            films.close();
            throw e;
        }
        try {
            books = new Site(new Shop("books", "book", "Longshore Books"), booksPort, round::get);
        } catch (IOException e) {
            films.close();
            games.close();
            throw e;
        }
    }

    /**
     * Starts the sites in round 1; a port of 0 takes any that is free.
     *
     * @throws IOException if a port is taken; the message says which, and then none of them runs
     */
    public static DemoSites start(int filmsPort, int gamesPort, int booksPort) throws IOException {
        return new DemoSites(filmsPort, gamesPort, booksPort);
    }

    /** Takes all sites to a round, from 1; those after {@link #ROUNDS} show what that one does. */
    public void round(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("rounds begin with 1, not " + number);
        }
        round.set(Math.min(number, ROUNDS));
    }

    /** Address of the film catalogue, without a path. */
    public URI films() {
        return films.address();
    }

    /** Address of the game store, without a path. */
    public URI games() {
        return games.address();
    }

    /** Address of the bookshop, without a path. */
    public URI books() {
        return books.address();
    }

    /**
     * The source declaration of a site, as YAML, with the addresses of the running sites.
     *
     * @param name one of {@link #DECLARATIONS}
     */
    public String declaration(String name) {
        if (!DECLARATIONS.contains(name)) {
            throw new IllegalArgumentException("no declaration is called " + name + ": choose of " + DECLARATIONS);
        }
        return Stock.read("sources/" + name + ".yaml")
                .replace("{films}", films().toString())
                .replace("{games}", games().toString())
                .replace("{books}", books().toString());
    }

    /** Stops the sites. */
    @Override
    public void close() {
        films.close();
        games.close();
        books.close();
    }
}
