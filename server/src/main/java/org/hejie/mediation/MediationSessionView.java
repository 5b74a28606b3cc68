package org.hejie.mediation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with its minutes.
 *
 * @param hidden     whether there are minutes that only its mediator may read (背靠背)
 * @param wish       what the resident who follows the matter says of it
 * @param readBackAt when the minutes were read back to those present; from then on they stay
 */
public record MediationSessionView(MediationSessionRow session, long matterId, @Nullable Long partyId, @Nullable String why,
        List<Invited> invited, List<MinutesLine> minutes, boolean hidden, @Nullable Instant readBackAt, @Nullable String keptBy,
        int version, boolean may, @Nullable SessionWish wish) {

    /** Who speaks in the minutes. */
    public enum Speaker {
        /** 调解员问. */
        MEDIATOR,
        /** 当事人答. */
        PARTY,
        /** 其他在场人. */
        OTHER
    }

    /** A line of the minutes. @param partyId whose answer; null unless a party speaks */
    public record MinutesLine(Speaker speaker, @Nullable Long partyId, String text) {
    }

    /** An invited party, masked. */
    public record Invited(long partyId, String name, String role, @Nullable String answer, @Nullable Boolean came) {
    }

    /** Keeps copies. */
    public MediationSessionView {
        invited = List.copyOf(invited);
        minutes = List.copyOf(minutes);
    }
}
