package org.hejie.matter.procedure;

/**
 * The same words in both languages.
 *
 * @param zh Chinese, not blank
 * @param en English, not blank
 */
public record Wording(String zh, String en) {

    /** @throws IllegalArgumentException when one of them is blank */
    public Wording {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("words are needed in both languages");
        }
    }
}
