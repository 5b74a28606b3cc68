package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.hejie.matter.internal.HotTopics.Pair;
import org.junit.jupiter.api.Test;

/**
 * Measures the search for twins on real messages; docs/twins.md gives the figures. Writes {@code target/twins-report.txt}
 * and, for the person who judges, {@code target/twins-to-judge.txt}: the sample with its texts, never committed.
 */
class HotTopicsTest {

    private static final double[] BANDS = {0.20, 0.25, 0.30, 0.35, 0.40, 0.50, 0.70, 1.01};
    private static final int SAMPLE = 7;
    private static final double LEAST = BANDS[0];
    private static final Path REPORT = Path.of("target", "twins-report.txt");
    private static final Path TO_JUDGE = Path.of("target", "twins-to-judge.txt");

    @Test
    void mostPairsAboveTheThresholdAreOneTrouble() throws IOException {
        assumeTrue(Files.exists(HotTopics.FILE), "the messages beside the project are not there");
        HotTopics topics = HotTopics.read();
        List<Pair> pairs = topics.pairs(LEAST);
        Map<String, Boolean> judged = judged();
        List<Pair> sample = sample(pairs);
        writeSample(sample, judged);

        String report = report(topics, pairs, sample, judged);
        Files.writeString(REPORT, report);
        System.out.println(report);
        List<Pair> above = sample.stream().filter(pair -> !pair.tuning() && pair.alike() >= BANDS[5] && judged.containsKey(pair.key())).toList();
        assertThat(above.stream().filter(pair -> judged.get(pair.key())).count()).isGreaterThanOrEqualTo((long) (0.8 * above.size()));
    }

    /** Of each half and band so many, chosen by their numbers: the same in every run. */
    private static List<Pair> sample(List<Pair> pairs) {
        List<Pair> sample = new ArrayList<>();
        for (boolean tuning : new boolean[] {true, false}) {
            for (int band = 0; band + 1 < BANDS.length; band++) {
                int from = band;
                pairs.stream().filter(pair -> pair.tuning() == tuning && in(pair, from))
                        .sorted(Comparator.comparingLong(Pair::chance)).limit(SAMPLE).forEach(sample::add);
            }
        }
        return sample;
    }

    private static boolean in(Pair pair, int band) {
        return pair.alike() >= BANDS[band] && pair.alike() < BANDS[band + 1];
    }

    private static String report(HotTopics topics, List<Pair> pairs, List<Pair> sample, Map<String, Boolean> judged) {
        var report = new StringJoiner("\n", "", "\n");
        report.add("messages %d".formatted(topics.messages().size()));
        for (boolean tuning : new boolean[] {true, false}) {
            report.add(tuning ? "half that tunes" : "half that is reported");
            report.add("alike       pairs  marked  judged  right");
            double truth = 0;
            double found = 0;
            for (int band = 0; band + 1 < BANDS.length; band++) {
                int from = band;
                List<Pair> all = pairs.stream().filter(pair -> pair.tuning() == tuning && in(pair, from)).toList();
                long marked = all.stream().filter(Pair::marked).count();
                List<Pair> known = sample.stream().filter(pair -> pair.tuning() == tuning && in(pair, from) && judged.containsKey(pair.key())).toList();
                long right = known.stream().filter(pair -> judged.get(pair.key())).count();
                double share = known.isEmpty() ? 0 : (double) right / known.size();
                truth += share * all.size();
                found += share * marked;
                report.add("%.2f-%.2f %7d %7d %7d  %s".formatted(BANDS[band], Math.min(1, BANDS[band + 1]), all.size(), marked, known.size(),
                        HotTopics.share(right, known.size())));
            }
            report.add("twins above %.2f estimated %.0f, of which the marks find %.0f (%.0f %%)".formatted(LEAST, truth, found,
                    truth == 0 ? 0 : 100 * found / truth));
            for (int band = 0; band + 1 < BANDS.length; band++) {
                double from = BANDS[band];
                List<Pair> above = sample.stream().filter(pair -> pair.tuning() == tuning && pair.alike() >= from && pair.marked()
                        && judged.containsKey(pair.key())).toList();
                report.add("from %.2f, marked: %s of %d judged".formatted(from,
                        HotTopics.share(above.stream().filter(pair -> judged.get(pair.key())).count(), above.size()), above.size()));
            }
        }
        for (double from : new double[] {0.3, 0.4, 0.5, 0.7}) {
            var groups = topics.groups(pairs.stream().filter(pair -> pair.marked() && pair.alike() >= from));
            report.add("groups from %.2f: %d of %d messages, the largest %s".formatted(from, groups.size(),
                    groups.stream().mapToInt(List::size).sum(), HotTopics.sizes(groups)));
        }
        return report.toString();
    }

    private static void writeSample(List<Pair> sample, Map<String, Boolean> judged) throws IOException {
        var text = new StringJoiner("\n\n");
        sample.stream().filter(pair -> !judged.containsKey(pair.key())).forEach(pair -> text.add("%s %.2f %s\nA %s | %s\nB %s | %s".formatted(
                pair.key(), pair.alike(), pair.one().user().equals(pair.other().user()) ? "one user" : "two users",
                pair.one().title(), pair.one().facts().replaceAll("\\s+", " "), pair.other().title(), pair.other().facts().replaceAll("\\s+", " "))));
        Files.writeString(TO_JUDGE, text.toString());
    }

    /** Numbers of two messages and whether a person who read both found them to be one trouble. */
    private static Map<String, Boolean> judged() throws IOException {
        Map<String, Boolean> judged = new HashMap<>();
        try (InputStream file = HotTopicsTest.class.getResourceAsStream("/twins/judged.csv")) {
            if (file != null) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                        .forEach(row -> judged.put(row[0] + "-" + row[1], row[2].equals("1")));
            }
        }
        return judged;
    }
}
