package org.hejie.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A table for a person, and the figures for a program as one JSON line at the end. */
final class Report {

    private final Map<String, Object> figures = new LinkedHashMap<>();

    Report(String name) {
        figures.put("bench", name);
        System.out.println("hejie bench " + name + ", " + Machine.describe());
    }

    void figure(String key, Object value) {
        figures.put(key, value);
    }

    /** Shown at once, so that a long run tells how far it is. */
    void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** A row of the table: what was called, how often, and its percentiles in milliseconds. */
    void row(String call, Latencies latencies) {
        line("  %-34s %9d %9.1f %9.1f %9.1f", call, latencies.count(), latencies.percentile(0.5), latencies.percentile(0.95),
                latencies.percentile(0.99));
    }

    void head() {
        line("  %-34s %9s %9s %9s %9s", "call", "count", "p50 ms", "p95 ms", "p99 ms");
    }

    /** The last line. */
    void print() {
        figures.putAll(Machine.facts());
        System.out.println(Json.line(figures));
    }

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
