package org.hejie.matter.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hejie.matter.twin.TwinMarks;

/**
 * Real messages to a city, to measure how twins are found by their text alone. They have no labels, no categories and no
 * points; read from beside the project, never copied into it.
 */
final class HotTopics {

    static final Path FILE = Path.of("..", "..", "shared", "data", "messages", "hot_topics.csv");

    private static final List<DateTimeFormatter> TIMES = List.of(DateTimeFormatter.ofPattern("yyyy/M/d H:mm:ss"),
            DateTimeFormatter.ofPattern("yyyy-M-d H:mm:ss"), DateTimeFormatter.ofPattern("yyyy/M/d H:mm"));
    private static final int DAYS = 90;
    /** As in {@code TwinRows}. */
    private static final int NEWEST = 15;

    private final List<Message> messages = new ArrayList<>();

    /** A message with its pairs of characters, as numbers in order. */
    record Message(String no, String user, String title, String facts, LocalDateTime at, int[] words, long[] marks) {
    }

    /**
     * Two messages of at most 90 days apart.
     *
     * @param alike  share of pairs of characters in common (Dice)
     * @param marked whether they share a mark that the search looks up
     */
    record Pair(Message one, Message other, double alike, boolean marked) {

        /** Half of the pairs tunes, the other half is reported. */
        boolean tuning() {
            return (chance() & 1) == 0;
        }

        /** A number of the pair alone, spread evenly: the same sample in every run, and of no order. */
        long chance() {
            return new SplittableRandom(Long.parseLong(one.no()) * 1_000_003 + Long.parseLong(other.no())).nextLong();
        }

        String key() {
            return one.no() + "-" + other.no();
        }
    }

    static HotTopics read() throws IOException {
        var topics = new HotTopics();
        Map<String, Integer> numbers = new HashMap<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(FILE, StandardCharsets.UTF_8)) {
            rows.stream().skip(1).filter(row -> row.getFieldCount() >= 5).forEach(row -> {
                Set<String> words = Words.cut(List.of(row.getField(2), row.getField(4).strip(), ""));
                int[] known = words.stream().mapToInt(word -> numbers.computeIfAbsent(word, any -> numbers.size())).sorted().toArray();
                // a category of its own each, so that nothing but the text is marked
                long[] marks = TwinMarks.kept(null, null, "only " + row.getField(0), null, words);
                topics.messages.add(new Message(row.getField(0), row.getField(1), row.getField(2), row.getField(4).strip(),
                        time(row.getField(3).strip()), known, marks));
            });
        }
        topics.messages.sort(Comparator.comparing(Message::at).thenComparing(Message::no));
        return topics;
    }

    /** Written in two ways, or as the day's number of a spreadsheet. */
    private static LocalDateTime time(String text) {
        if (text.matches("\\d{5}(\\.\\d+)?")) {
            return LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(Math.round(Double.parseDouble(text) * 86_400));
        }
        for (DateTimeFormatter format : TIMES) {
            try {
                return LocalDateTime.parse(text, format);
            } catch (DateTimeException other) {
                // another of the formats
            }
        }
        throw new IllegalStateException("A time of another form: " + text);
    }

    List<Message> messages() {
        return messages;
    }

    /** Every pair at least so alike, the later message first; what the search looks up is said of each. */
    List<Pair> pairs(double least) {
        List<Pair> pairs = new ArrayList<>();
        Map<Long, List<Integer>> byMark = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Message one = messages.get(i);
            Set<Integer> marked = new HashSet<>();
            for (long mark : one.marks()) {
                List<Integer> sharing = byMark.computeIfAbsent(mark, any -> new ArrayList<>());
                marked.addAll(sharing.subList(Math.max(0, sharing.size() - NEWEST), sharing.size()));
            }
            LocalDateTime from = one.at().minusDays(DAYS);
            for (int j = i - 1; j >= 0 && !messages.get(j).at().isBefore(from); j--) {
                double alike = alike(one.words(), messages.get(j).words(), least);
                if (alike >= least) {
                    pairs.add(new Pair(one, messages.get(j), alike, marked.contains(j)));
                }
            }
            for (long mark : one.marks()) {
                byMark.get(mark).add(i);
            }
        }
        return pairs;
    }

    /** Their share in common; some lesser share once it cannot come to the least. */
    private static double alike(int[] one, int[] other, double least) {
        int enough = (int) Math.floor(least * (one.length + other.length) / 2);
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length && common + Math.min(one.length - i, other.length - j) >= enough) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return one.length + other.length == 0 ? 0 : 2.0 * common / (one.length + other.length);
    }

    /** The groups that the pairs make, the largest first. */
    List<List<Message>> groups(Stream<Pair> pairs) {
        Map<Message, Message> above = new HashMap<>();
        pairs.forEach(pair -> above.put(top(above, pair.one()), top(above, pair.other())));
        Map<Message, List<Message>> groups = new HashMap<>();
        messages.forEach(message -> groups.computeIfAbsent(top(above, message), any -> new ArrayList<>()).add(message));
        return groups.values().stream().filter(group -> group.size() > 1)
                .sorted(Comparator.<List<Message>>comparingInt(List::size).reversed()).toList();
    }

    private static Message top(Map<Message, Message> above, Message message) {
        Message top = message;
        while (above.getOrDefault(top, top) != top) {
            top = above.get(top);
        }
        return top;
    }

    /** The share of right ones and its 95 % interval (E. B. Wilson, 1927), per cent. */
    static String share(long right, long all) {
        if (all == 0) {
            return "—";
        }
        double p = (double) right / all;
        double z = 1.96;
        double middle = (p + z * z / (2 * all)) / (1 + z * z / all);
        double half = z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
        return "%.0f %% (%.0f to %.0f)".formatted(100 * p, 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }

    static String sizes(List<List<Message>> groups) {
        return Arrays.toString(groups.stream().limit(10).mapToInt(List::size).toArray());
    }
}
