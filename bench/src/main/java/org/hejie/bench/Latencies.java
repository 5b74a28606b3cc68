package org.hejie.bench;

import java.util.Arrays;

/** Every measured time, in nanoseconds; percentiles are exact. One writer a thread, then {@link #merge}d. */
final class Latencies {

    private long[] nanos = new long[4096];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    void merge(Latencies other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /**
     * The time that this share of the calls did not exceed.
     *
     * @param share 0.95 for p95
     * @return milliseconds with one decimal; 0 when nothing was measured
     */
    double percentile(double share) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        long value = sorted[Math.min(count - 1, (int) Math.ceil(share * count) - 1)];
        return Math.round(value / 100_000.0) / 10.0;
    }
}
