package org.hejie.matter.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong in one file, and knows the line of every place read. */
final class Findings {

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<ProcedureFinding> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** Remembers where a place of the tree stands. */
    void place(String path, Node node) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    }

    /** Notes a finding at a place of the tree, or at the nearest place above it that is known. */
    void add(String path, String zh, String en) {
        found.add(new ProcedureFinding(file, line(path), path, zh, en));
    }

    /** Notes a finding at a line. */
    void add(int line, String path, String zh, String en) {
        found.add(new ProcedureFinding(file, line, path, zh, en));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** @throws InvalidProcedure when anything was found */
    void refuseIfAny() {
        if (any()) {
            found.sort(Comparator.comparingInt(ProcedureFinding::line).thenComparing(ProcedureFinding::path));
            throw new InvalidProcedure(found);
        }
    }

    private int line(String path) {
        for (var at = path; !at.isEmpty(); at = parent(at)) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
