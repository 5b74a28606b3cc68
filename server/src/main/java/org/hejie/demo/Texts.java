package org.hejie.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of the demo county: troubles, hazards and parts of sentences, all written for it. */
final class Texts {

    private final Map<String, List<Trouble>> troubles = troubles("troubles.csv");
    private final Map<String, List<Trouble>> hazards = troubles("hazards.csv");
    private final Map<String, List<String>> sentences = DemoFiles.read("sentences.csv", 2).stream()
            .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));

    /** One pattern of a trouble: title and facts with slots. */
    record Trouble(String code, String title, String facts) {
    }

    /** What goes into the slots; the amount in yuan. */
    record Slots(String other, String place, int people, BigDecimal amount) {
    }

    /** A trouble told in full. */
    record Told(String title, String facts, boolean amountNamed, boolean peopleNamed) {
    }

    private static Map<String, List<Trouble>> troubles(String file) {
        return DemoFiles.read(file, 3).stream().map(row -> new Trouble(row[0], row[1], row[2]))
                .collect(Collectors.groupingBy(Trouble::code));
    }

    /** The second-level categories that have a pattern. */
    List<String> categories() {
        return troubles.keySet().stream().sorted().toList();
    }

    List<String> hazardCategories() {
        return hazards.keySet().stream().sorted().toList();
    }

    Told trouble(String category, boolean hazard, Slots slots, Dice dice) {
        Trouble pattern = dice.pick((hazard ? hazards : troubles).get(category));
        var facts = new StringBuilder(hazard ? "巡查发现：" : any("opening", dice)).append(pattern.facts()).append('。');
        if (!hazard && dice.chance(0.6)) {
            facts.append(any("detail", dice));
        }
        facts.append(hazard ? "请尽快整改。" : any("demand", dice));
        String text = facts.toString();
        return new Told(pattern.title(), filled(text, slots, dice), text.contains("{amount}"), text.contains("{people}"));
    }

    /** Any sentence of the kind. */
    String any(String kind, Dice dice) {
        return dice.pick(sentences.get(kind));
    }

    private String filled(String text, Slots slots, Dice dice) {
        return text.replace("{other}", slots.other()).replace("{place}", slots.place())
                .replace("{people}", Integer.toString(slots.people()))
                .replace("{amount}", slots.amount().toPlainString())
                .replace("{when}", any("when", dice));
    }
}
