package org.hejie.shared.export;

/**
 * A file of rows that is wanted.
 *
 * @param list         which list, a stable code such as {@code import-errors}
 * @param path         address of the file under {@code /api/v1}, with what was chosen; holds nothing about a person
 * @param rows         how many rows it has
 * @param personalRows how many of them tell of a person
 */
public record ExportOrder(String list, String path, long rows, long personalRows) {

    /** Most rows about people that one person takes alone. Source: domain.md §7.2. */
    public static final int ALONE = 50;

    private static final int PATH_LENGTH = 1_000;

    /** @throws IllegalArgumentException if it is malformed */
    public ExportOrder {
        if (!list.matches("[a-z][a-z-]{1,39}") || !path.startsWith("/") || path.length() > PATH_LENGTH
                || personalRows < 0 || rows < personalRows) {
            throw new IllegalArgumentException("an export is named, has an address and a number of rows");
        }
    }

    /** Whether a second person has to approve it. */
    public boolean needsApproval() {
        return personalRows > ALONE;
    }
}
