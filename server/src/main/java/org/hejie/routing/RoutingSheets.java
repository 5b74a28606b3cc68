package org.hejie.routing;

import java.util.List;

/** Turns decision models into sheets and back. */
public interface RoutingSheets {

    /**
     * The sheet of a model.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED when it is none of ours; the findings of its check say why
     */
    RoutingSheet read(String dmn);

    /** The model with the rows of the sheet in place of its own; everything else of it stays. */
    String write(String dmn, RoutingSheet sheet);

    /** Whether the model is read as this very sheet. */
    default boolean says(String dmn, RoutingSheet sheet) {
        return read(dmn).equals(sheet);
    }

    /** What may stand in the columns and outcomes, for the lists a person picks from. */
    Words words();

    /** @param columns by name @param outcomes by decision */
    record Words(List<Column> columns, List<Outcomes> outcomes) {
    }

    /**
     * What a column asks.
     *
     * @param name as the model has it
     * @param en in English
     * @param type how its cells are edited
     * @param words what may stand there, for {@link ColumnType#WORDS}
     */
    record Column(String name, String en, ColumnType type, List<Word> words) {
    }

    /** How cells are edited. */
    enum ColumnType {
        /** Some of a list, or none of some. */
        WORDS,
        /** A comparison or a range. */
        NUMBER,
        /** Yes or no. */
        TRUTH
    }

    /** What a decision may say. */
    record Outcomes(RoutingDecision decision, List<Word> words) {
    }

    /** @param value as the model has it @param zh shown @param en shown in English */
    record Word(String value, String zh, String en) {
    }
}
