package org.hejie.matter.twin;

import java.util.List;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is known so far of a trouble that is being registered; anything may be missing.
 *
 * @param category two or four digits, or null
 * @param people   at most {@value #MOST_PEOPLE}
 */
public record TwinQuestion(String title, String facts, @Nullable String category, Place place, List<Clue> people) {

    /** How many people are looked for. */
    public static final int MOST_PEOPLE = 10;

    /** Keeps a copy of the first people. */
    public TwinQuestion {
        people = people.stream().limit(MOST_PEOPLE).toList();
    }

    /**
     * By what somebody is recognised. Prints nothing.
     *
     * @param name looked for of respondents alone
     */
    public record Clue(PartyRole role, @Nullable String documentNumber, @Nullable String phone, @Nullable String name) {

        /** Somebody whose name is not known. */
        public Clue(PartyRole role, @Nullable String documentNumber, @Nullable String phone) {
            this(role, documentNumber, phone, null);
        }

        @Override
        public String toString() {
            return "Clue[hidden]";
        }
    }
}
