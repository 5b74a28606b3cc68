package org.hejie.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table for a person, and the figures for a program as one JSON line at the end. */
final class Report {

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    Report(String name) {
        this.name = name;
        figures.put("bench", name);
    }

    void figure(String key, Object value) {
        figures.put(key, value);
    }

    void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    /** A row of the table: what was called, how often, and its percentiles in milliseconds. */
    void row(String call, Latencies latencies) {
        line("  %-34s %9d %9.1f %9.1f %9.1f", call, latencies.count(), latencies.percentile(0.5), latencies.percentile(0.95),
                latencies.percentile(0.99));
    }

    void head() {
        line("  %-34s %9s %9s %9s %9s", "call", "count", "p50 ms", "p95 ms", "p99 ms");
    }

    void print() {
        System.out.println();
        System.out.println("hejie bench " + name + ", " + Machine.describe());
        lines.forEach(System.out::println);
        figures.putAll(Machine.facts());
        System.out.println(Json.line(figures));
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
