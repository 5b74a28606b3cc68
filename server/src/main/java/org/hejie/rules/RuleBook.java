package org.hejie.rules;

import java.util.List;
import java.util.function.Consumer;

/** What the module that uses a kind of rules knows about its texts. */
public interface RuleBook {

    /** The kind it knows. */
    RuleKind kind();

    /** The rule sets that come with the server, with the texts they begin with. */
    List<Shipped> shipped();

    /** What is wrong with a text, worst first. A text that cannot be read at all is a finding too. */
    List<RuleFinding> check(RuleSet set, String text);

    /** What differs, in the order of the newer text. Both texts have been read before. */
    List<RuleDifference> differences(RuleSet set, String before, String after);

    /** Whether texts of this kind are tried on past matters before they are submitted. */
    boolean triable();

    /**
     * Tries a text on the newest past matters in the current scope. Nothing is changed.
     *
     * @param inForce the text in force
     * @param matters how many at most
     * @param rows takes each matter that would have gone otherwise, while others are still read
     */
    Trial trial(RuleSet set, String inForce, String draft, int matters, Consumer<TrialRow> rows);

    /**
     * The text as it is stored for a new version, for formats that carry the version's number themselves.
     *
     * @param number the number it gets
     */
    default String numbered(String text, int number) {
        return text;
    }

    /**
     * A rule set and the text it begins with.
     *
     * @param number the version that text is, from 1
     * @param zh its name
     * @param en its name in English
     */
    record Shipped(RuleSet set, int number, String zh, String en, String text) {
    }
}
