package org.hejie.mediation;

import java.time.Duration;
import java.time.Instant;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A session to be held.
 *
 * @param partyId whom a private session is held with; null otherwise
 * @param roomId  a room of the centre; null at a site or by a link
 * @param place   the address or the link; null in a room
 * @param unsafe  whether the parties must not meet at the door: the room needs two
 */
public record NewMediationSession(MediationSessionRow.Kind kind, @Nullable Long partyId, Instant startsAt, Instant endsAt,
        @Nullable Integer roomId, @Nullable String place, boolean unsafe) {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int LONGEST_PLACE = 300;

    /** @throws Problem naming what cannot be taken */
    public NewMediationSession {
        place = Texts.optional("place", place, LONGEST_PLACE);
        boolean room = kind == MediationSessionRow.Kind.JOINT || kind == MediationSessionRow.Kind.PRIVATE;
        boolean alone = kind == MediationSessionRow.Kind.PRIVATE;
        boolean link = kind == MediationSessionRow.Kind.REMOTE;
        new Problem.Fields()
                .reject(!endsAt.isAfter(startsAt), "endsAt", "BEFORE_FROM")
                .reject(Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0, "endsAt", "RANGE")
                .reject(room && roomId == null, "roomId", "REQUIRED")
                .reject(!room && place == null, "place", "REQUIRED")
                .reject(link && place != null && !place.startsWith("https://"), "place", "SCHEME")
                .reject(alone && partyId == null, "partyId", "REQUIRED")
                .reject(!alone && partyId != null, "partyId", "INVALID")
                .done();
    }
}
