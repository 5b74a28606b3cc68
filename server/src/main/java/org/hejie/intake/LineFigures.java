package org.hejie.intake;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a line's day, each opening to its rows.
 *
 * @param said        how many the line says it sent; null while it has not said
 * @param received    kept that day, those waiting and merged among them
 * @param refused     turned away that day and received on no day, and those a person refused
 * @param waiting     of those received, the ones a person has to compare
 * @param merged      of those received, the ones whose matter rests with another
 * @param late        of those the line names for this day, received on another
 * @param missing     numbers that are nowhere; where the line gave a count alone, by how many the count is not reached
 * @param repeated    how often one came again alike
 * @param asked       of those missing, asked for again
 * @param unannounced received that day, though the line's list for it does not name them; 0 where it gave no list
 */
public record LineFigures(@Nullable Integer said, int received, int refused, int waiting, int merged, int late, int missing,
        int repeated, int asked, int unannounced) {

    /** What a signature stands for. Merging, asking and sending again go on without making another revision. */
    public boolean standsFor(LineFigures other) {
        return told().equals(other.told());
    }

    /** The figures a signature stands for, as one text. */
    public String told() {
        return (said == null ? "-" : said) + "/" + received + "/" + refused + "/" + waiting + "/" + late + "/" + missing;
    }
}
