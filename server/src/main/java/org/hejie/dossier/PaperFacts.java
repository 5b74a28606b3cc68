package org.hejie.dossier;

import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterId;
import org.jspecify.annotations.Nullable;

/**
 * What another module knows for the papers of a matter, such as the sessions and the agreement of its mediation. Each
 * bean of this kind is asked when a paper is opened or filled; who typed something into the paper has the last word.
 *
 * <p>Names, numbers and addresses of parties do not come this way: the papers take them from {@code party}, which asks
 * who wants to see them and records it. A text that names a party carries a {@link PartyMark}.
 */
public interface PaperFacts {

    /**
     * What is known.
     *
     * @param paper code of the paper, such as {@code mediation-record}
     * @param about which of several it is made for, such as the number of a session; null for the latest
     */
    Known of(MatterId matter, String paper, @Nullable Long about);

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
