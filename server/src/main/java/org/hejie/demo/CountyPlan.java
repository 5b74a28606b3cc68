package org.hejie.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which matters come on which day: two county-years with exact amounts. Troubles of families fall by 12 % and those
 * between neighbours by 16 % from the first year to the second (domain.md §1 no. 25); the other categories make up
 * for them, so that each line keeps its amount.
 */
final class CountyPlan {

    static final int YEARS = 2;

    private static final Map<String, Double> FALL = Map.of("01", 0.88, "02", 0.84);
    private static final Set<String> RARE = Set.of("0107", "0307", "0408", "0506", "0907", "1005", "1204", "1303", "1405");
    private static final double RARE_WEIGHT = 0.1;

    private final long seed;
    private final Rhythm rhythm;
    private final Texts texts;
    private final Map<Stream, Row> rows = new EnumMap<>(Stream.class);

    private record Row(int perYear, Map<String, Double> weights) {
    }

    CountyPlan(long seed, Rhythm rhythm, Texts texts) {
        this.seed = seed;
        this.rhythm = rhythm;
        this.texts = texts;
        for (String[] row : DemoFiles.read("streams.csv", 4)) {
            Stream stream = Stream.valueOf(row[0]);
            rows.put(stream, new Row(Integer.parseInt(row[1]), stream == Stream.HAZARD ? hazards() : leaves(row[3])));
        }
    }

    /** Matters of all streams in one year. */
    int perYear() {
        return rows.values().stream().mapToInt(Row::perYear).sum();
    }

    /** Matters of a stream in one year of the full county. */
    int perYear(Stream stream) {
        return rows.get(stream).perYear();
    }

    /**
     * The plan, by day.
     *
     * @param last    last day
     * @param scale   1 for the full county
     * @param already matters of the last year that are told apart, by stream
     */
    List<Spec> specs(LocalDate last, double scale, Map<Stream, Integer> already) {
        List<Spec> drawn = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            LocalDate end = last.minusYears(YEARS - 1L - year);
            List<LocalDate> days = end.minusYears(1).plusDays(1).datesUntil(end.plusDays(1)).toList();
            for (Stream stream : Stream.values()) {
                int apart = year == YEARS - 1 ? already.getOrDefault(stream, 0) : 0;
                int amount = Math.max(0, (int) Math.max(2, Math.round(rows.get(stream).perYear() * scale)) - apart);
                for (var share : shares(amount, weights(stream, year)).entrySet()) {
                    draw(stream, year, share.getKey(), share.getValue(), days, drawn);
                }
            }
        }
        drawn.sort(Comparator.comparing(Spec::day).thenComparing(Spec::stream).thenComparing(Spec::category));
        List<Spec> numbered = new ArrayList<>(drawn.size());
        Map<Stream, Integer> places = new EnumMap<>(Stream.class);
        drawn.forEach(spec -> numbered.add(new Spec(numbered.size(), places.merge(spec.stream(), 1, Integer::sum) - 1, spec.day(),
                spec.stream(), spec.category())));
        return numbered;
    }

    private void draw(Stream stream, int year, String category, int amount, List<LocalDate> days, List<Spec> drawn) {
        Dice dice = Dice.of(seed, stream.ordinal(), year, category.hashCode());
        double[] cumulated = new double[days.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += rhythm.weight(stream, category, days.get(i));
            cumulated[i] = sum;
        }
        for (int i = 0; i < amount; i++) {
            drawn.add(new Spec(0, 0, days.get(dice.weighted(cumulated)), stream, category));
        }
    }

    private Map<String, Double> weights(Stream stream, int year) {
        Map<String, Double> second = normal(rows.get(stream).weights());
        if (year == YEARS - 1) {
            return second;
        }
        Map<String, Double> first = new LinkedHashMap<>();
        double fixed = 0;
        double others = 0;
        for (var one : second.entrySet()) {
            Double fall = FALL.get(one.getKey().substring(0, 2));
            if (fall != null && stream != Stream.HAZARD) {
                first.put(one.getKey(), one.getValue() / fall);
                fixed += one.getValue() / fall;
            } else {
                others += one.getValue();
            }
        }
        double rest = others == 0 ? 1 : (1 - fixed) / others;
        second.forEach((category, weight) -> first.putIfAbsent(category, weight * rest));
        return first;
    }

    /** Whole numbers in the proportion of the weights that sum to the amount (largest remainders). */
    static Map<String, Integer> shares(int amount, Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Integer> shares = new LinkedHashMap<>();
        weights.forEach((category, weight) -> shares.put(category, (int) (amount * weight / sum)));
        int left = amount - shares.values().stream().mapToInt(Integer::intValue).sum();
        weights.keySet().stream()
                .sorted(Comparator.comparingDouble((String category) ->
                        amount * weights.get(category) / sum - shares.get(category)).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(category -> shares.merge(category, 1, Integer::sum));
        return shares;
    }

    private Map<String, Double> hazards() {
        return texts.hazardCategories().stream().collect(Collectors.toMap(code -> code, code -> 1.0, (a, b) -> a, LinkedHashMap::new));
    }

    /** Weights of level-1 categories, spread over their leaves. */
    private Map<String, Double> leaves(String groups) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Arrays.stream(groups.strip().split(" ")).map(group -> group.split(":")).forEach(group -> {
            List<String> own = texts.categories().stream().filter(code -> code.startsWith(group[0])).toList();
            double sum = own.stream().mapToDouble(CountyPlan::weight).sum();
            own.forEach(code -> weights.put(code, Double.parseDouble(group[1]) * weight(code) / sum));
        });
        return weights;
    }

    private static Map<String, Double> normal(Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> normal = new LinkedHashMap<>();
        weights.forEach((category, weight) -> normal.put(category, weight / sum));
        return normal;
    }

    private static double weight(String category) {
        return RARE.contains(category) ? RARE_WEIGHT : 1;
    }
}
