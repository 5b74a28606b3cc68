package org.hejie.audit;

import org.hejie.org.Actor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Who may take a file with many rows about people. Source: domain.md §7.2. */
public interface ExportApprovals {

    /**
     * Asks for a file that one wanted.
     *
     * @param purpose 1 to 200 characters
     * @throws org.hejie.shared.web.Problem NOT_FOUND if it is not one's own; WRONG_STATE; INVALID_FIELDS
     */
    void ask(Actor by, long export, String purpose);

    /**
     * Approves or refuses; a second person who may ({@link org.hejie.org.Permission#EXPORT_APPROVE}).
     *
     * @param opinion up to 200 characters; needed to refuse
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT} for one's own; NOT_FOUND; WRONG_STATE
     */
    void decide(Actor by, long export, boolean approved, @Nullable String opinion);

    /** One's own; those that wait for a decision too, for who may decide; all, for the audit administrator. Newest first. */
    Page<ExportRow> list(Actor by, @Nullable String cursor, int limit);
}
