package org.hejie.wage;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Wage claims on matters of wage arrears. Every change is an event in the matter's history, which tells numbers and sums
 * and nothing about a person.
 *
 * <p>Changes throw NOT_FOUND outside the scope, FORBIDDEN, and STALE where a version is given.
 */
public interface WageClaims {

    /**
     * Opens a claim, for the current actor.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED {@code WAGE_CATEGORY} on a matter of another kind, {@code WAGE_MATTER_ENDED}
     */
    long open(MatterId matter, ClaimDraft draft);

    /** Changes what is known of the project. @return the new version */
    int change(long claim, int seen, ClaimDraft draft);

    /** One claim, if its matter lies in the scope. */
    Optional<WageClaim> find(long claim);

    /** Claims in the scope, the newest first. */
    Page<ClaimRow> list(@Nullable Long matter, @Nullable Stage stage, @Nullable String cursor, int limit);

    /** The claims of the scope by stage, every stage. */
    List<StageRow> stages();

    /**
     * Sends a clue for support of prosecution; the procuratorate sees the matter from then on.
     *
     * @throws org.hejie.shared.web.Problem ALREADY_EXISTS {@code WAGE_CLUE} while one waits; RULE_REFUSED
     *         {@code WAGE_NO_WORKERS}
     */
    long sendClue(long claim, String text);

    /** The procuratorate says whether it takes the clue up. */
    void answerClue(long clue, boolean takenUp, @Nullable String text);
}
