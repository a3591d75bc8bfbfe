package org.lacuna.app.bench.quality;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the longest run that two lists share, then the longest on either side of it, and so on. Source: Ratcliff and Obershelp 1988. */
final class LongestBlocks {

    /** A run that both lists have. */
    record Block(int inFirst, int inSecond, int length) {}

    private record Window(int aFrom, int aTo, int bFrom, int bTo) {}

    private final List<String> a;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final int size;

    LongestBlocks(List<String> a, List<String> b) {
        this.a = a;
        this.size = b.size();
        for (int j = 0; j < b.size(); j++) {
            places.computeIfAbsent(b.get(j), w -> new ArrayList<>()).add(j);
        }
    }

    /** The runs, in no particular order. */
    List<Block> find() {
        var blocks = new ArrayList<Block>();
        var open = new ArrayDeque<Window>();
        open.push(new Window(0, a.size(), 0, size));
        while (!open.isEmpty()) {
            Window w = open.pop();
            Block block = longest(w);
            if (block.length() > 0) {
                blocks.add(block);
                int i = block.inFirst();
                int j = block.inSecond();
                open.push(new Window(w.aFrom(), i, w.bFrom(), j));
                open.push(new Window(i + block.length(), w.aTo(), j + block.length(), w.bTo()));
            }
        }
        return blocks;
    }

    /** The first of the longest. */
    private Block longest(Window w) {
        var best = new Block(w.aFrom(), w.bFrom(), 0);
        Map<Integer, Integer> before = new HashMap<>();
        for (int i = w.aFrom(); i < w.aTo(); i++) {
            Map<Integer, Integer> here = new HashMap<>();
            for (int j : places.getOrDefault(a.get(i), List.of())) {
                if (j < w.bFrom() || j >= w.bTo()) {
                    continue;
                }
                int length = before.getOrDefault(j - 1, 0) + 1;
                here.put(j, length);
                if (length > best.length()) {
                    best = new Block(i - length + 1, j - length + 1, length);
                }
            }
            before = here;
        }
        return best;
    }
}
