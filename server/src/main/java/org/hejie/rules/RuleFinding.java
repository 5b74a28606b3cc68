package org.hejie.rules;

import org.jspecify.annotations.Nullable;

/**
 * What a check found in a text.
 *
 * @param weight whether it forbids approval
 * @param code what kind of finding, stable, for example {@code GAP}
 * @param place row, line or path, as the reader of the text finds it; empty for the whole
 * @param line line of the text, from 1; null where the text is read as a table
 * @param zh in Chinese
 * @param en in English
 * @param example an input that shows it, in the words of the table; null where there is none
 */
public record RuleFinding(
        Weight weight, String code, String place, @Nullable Integer line, String zh, String en, @Nullable String example) {

    /** How much a finding weighs. */
    public enum Weight {
        /** It must be mended: with it nothing is approved. */
        ERROR,
        /** Somebody should look at it. */
        WARNING,
        /** Good to know: nothing is wrong by itself. */
        NOTE
    }

    /** Something that must be mended. */
    public static RuleFinding error(String code, String place, String zh, String en) {
        return new RuleFinding(Weight.ERROR, code, place, null, zh, en, null);
    }

    /** Something to look at. */
    public static RuleFinding warning(String code, String place, String zh, String en) {
        return new RuleFinding(Weight.WARNING, code, place, null, zh, en, null);
    }

    /** Something to know. */
    public static RuleFinding note(String code, String place, String zh, String en) {
        return new RuleFinding(Weight.NOTE, code, place, null, zh, en, null);
    }

    /** The same, at that line of the text. */
    public RuleFinding atLine(int line) {
        return new RuleFinding(weight, code, place, line, zh, en, example);
    }

    /** The same, with an input that shows it. */
    public RuleFinding shownBy(String example) {
        return new RuleFinding(weight, code, place, line, zh, en, example);
    }

    /** Whether it forbids approval. */
    public boolean isError() {
        return weight == Weight.ERROR;
    }
}
