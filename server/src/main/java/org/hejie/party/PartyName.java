package org.hejie.party;

/**
 * The name of a person or a body as given: rare characters, the dot of minority names and foreign letters
 * stay; blanks at the ends and invisible characters go.
 *
 * @param text one line, up to {@value #MAX_LENGTH} characters
 */
public record PartyName(String text) {

    /** Longest name taken, in characters. */
    public static final int MAX_LENGTH = 100;

    /** Brings the name to one line. */
    public PartyName {
        text = Typed.line(text, MAX_LENGTH);
    }

    /** The name as lists show it. */
    public String masked(PartyKind kind) {
        return Masking.name(kind, text);
    }

    @Override
    public String toString() {
        return Masking.name(PartyKind.PERSON, text);
    }
}
