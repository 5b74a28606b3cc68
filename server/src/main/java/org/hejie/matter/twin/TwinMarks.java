package org.hejie.matter.twin;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The marks by which a matter is found again as somebody's twin: numbers of 64 bits that two matters share when they lie
 * close together, are of one category in one area, or are told in nearly the same words. A mark is looked up as one range
 * of an index.
 *
 * <p>Texts are marked by the smallest hashes of their pairs of characters (MinHash), two of them to a mark: of texts that
 * share 70 % of their pairs one of the {@value #TEXT_MARKS} marks agrees fourteen times in fifteen, of such that share
 * 20 % once in seven. What the marks find is then compared in full. Source: A. Broder, “On the resemblance and containment
 * of documents”, 1997.
 */
public final class TwinMarks {

    /** How long marks are kept: a little longer than twins are looked for. */
    public static final Duration KEPT = Duration.ofDays(100);

    /** How many marks a text has. */
    static final int TEXT_MARKS = 4;

    private static final int SHORTEST_TEXT = 6;
    /** Degrees; never less than 300 m in China, so that what is nearer lies in the same cell or one beside it. */
    private static final double CELL_LAT = 0.003;
    private static final double CELL_LON = 0.005;
    private static final long CELL = 1;
    private static final long CATEGORY = 2;
    private static final long TEXT = 3;

    private TwinMarks() {
    }

    /** The marks a matter is kept under. */
    public static long[] kept(@Nullable Double lon, @Nullable Double lat, String category, @Nullable String area,
            Collection<String> words) {
        LongStream place = lon == null || lat == null ? LongStream.empty() : LongStream.of(cell(column(lon), row(lat)));
        return LongStream.concat(LongStream.concat(place, LongStream.of(category(category, area))), texts(words))
                .distinct().toArray();
    }

    /** The marks under which its twins are looked for: the cells around it as well. */
    public static long[] asked(@Nullable Double lon, @Nullable Double lat, @Nullable String category, @Nullable String area,
            Collection<String> words) {
        LongStream places = lon == null || lat == null ? LongStream.empty() : around(column(lon), row(lat));
        LongStream kind = category == null ? LongStream.empty() : LongStream.of(category(category, area));
        return LongStream.concat(LongStream.concat(places, kind), texts(words)).distinct().toArray();
    }

    private static LongStream around(long column, long row) {
        return LongStream.rangeClosed(column - 1, column + 1)
                .flatMap(x -> LongStream.rangeClosed(row - 1, row + 1).map(y -> cell(x, y)));
    }

    private static long column(double lon) {
        return (long) Math.floor(lon / CELL_LON);
    }

    private static long row(double lat) {
        return (long) Math.floor(lat / CELL_LAT);
    }

    private static long cell(long column, long row) {
        return mixed(CELL, column, row);
    }

    private static long category(String category, @Nullable String area) {
        return mixed(CATEGORY, hash(category), area == null ? 0 : hash(area));
    }

    private static LongStream texts(Collection<String> words) {
        if (words.size() < SHORTEST_TEXT) {
            return LongStream.empty();
        }
        long[] least = new long[2 * TEXT_MARKS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (String word : words) {
            long hash = hash(word);
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], mixed(TEXT, i, hash));
            }
        }
        return LongStream.range(0, TEXT_MARKS).map(i -> mixed(TEXT + 1 + i, least[(int) (2 * i)], least[(int) (2 * i + 1)]));
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** One number of three, spread evenly over 64 bits (the finishing steps of SplitMix64). */
    private static long mixed(long kind, long one, long other) {
        return spread(spread(spread(kind) ^ one) ^ other);
    }

    private static long spread(long given) {
        long z = given + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
