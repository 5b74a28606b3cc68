package org.hejie.dossier;

import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterId;

/**
 * What another module knows for the papers of a matter, such as the sessions and the agreement of its mediation. Each
 * bean of this kind is asked when a paper is opened or filled; who typed something into the paper has the last word.
 *
 * <p>Names, numbers and addresses of parties do not come this way: the papers take them from {@code party}, which asks
 * who wants to see them and records it.
 */
public interface PaperFacts {

    /**
     * What is known.
     *
     * @param paper code of the paper, such as {@code mediation-record}
     */
    Known of(MatterId matter, String paper);

    /**
     * Facts by the names papers give them (the fields and tables of {@code papers/*.yaml}).
     *
     * @param texts  by field
     * @param tables rows by table, each by column
     */
    record Known(Map<String, String> texts, Map<String, List<Map<String, String>>> tables) {

        /** Nothing is known. */
        public static final Known NOTHING = new Known(Map.of(), Map.of());

        /** Keeps copies. */
        public Known {
            texts = Map.copyOf(texts);
            tables = Map.copyOf(tables);
        }
    }
}
