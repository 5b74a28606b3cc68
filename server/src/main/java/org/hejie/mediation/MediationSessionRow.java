package org.hejie.mediation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session in a list. */
public record MediationSessionRow(long id, long mediationId, String matterCode, String matterTitle, int number, Kind kind,
        Instant startsAt, Instant endsAt, @Nullable Integer roomId, @Nullable String room, @Nullable String roomEn,
        @Nullable String place, @Nullable String mediator, State state, @Nullable Result result) {

    /** How the parties meet. */
    public enum Kind {
        /** 共同调解. */
        JOINT,
        /** 背靠背: with one party alone; its notes are the mediator's. */
        PRIVATE,
        /** 现场调解. */
        SITE,
        /** 远程. */
        REMOTE
    }

    /** Where it stands. */
    public enum State {
        /** 已约定. */
        PLANNED,
        /** 已召开. */
        HELD,
        /** 已取消. */
        CANCELLED
    }

    /** How it ended. */
    public enum Result {
        /** 达成一致. */
        AGREED,
        /** 另行约定. */
        ADJOURNED,
        /** 未达成一致. */
        NOT_AGREED
    }
}
