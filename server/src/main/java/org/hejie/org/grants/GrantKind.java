package org.hejie.org.grants;

import org.hejie.org.GrantOrder;

/** The kinds of requests as they are stored. */
enum GrantKind {

    POST(GrantOrder.GivePost.class),
    HANDOVER(GrantOrder.HandOverPost.class),
    COVER(GrantOrder.CoverLeave.class),
    CLIENT(GrantOrder.ConnectSystem.class),
    ROTATION(GrantOrder.RotateToken.class),
    PASSWORD(GrantOrder.ResetPassword.class),
    LINK(GrantOrder.LinkIdentity.class),
    UNITS(GrantOrder.SucceedUnits.class);

    private final Class<? extends GrantOrder> type;

    GrantKind(Class<? extends GrantOrder> type) {
        this.type = type;
    }

    Class<? extends GrantOrder> type() {
        return type;
    }

    static GrantKind of(GrantOrder order) {
        return switch (order) {
            case GrantOrder.GivePost post -> POST;
            case GrantOrder.HandOverPost post -> HANDOVER;
            case GrantOrder.CoverLeave cover -> COVER;
            case GrantOrder.ConnectSystem client -> CLIENT;
            case GrantOrder.RotateToken client -> ROTATION;
            case GrantOrder.ResetPassword password -> PASSWORD;
            case GrantOrder.LinkIdentity link -> LINK;
            case GrantOrder.SucceedUnits units -> UNITS;
        };
    }

    /** Whether who asked takes a token or a link of it. */
    boolean isTaken() {
        return switch (this) {
            case CLIENT, ROTATION, PASSWORD -> true;
            case POST, HANDOVER, COVER, LINK, UNITS -> false;
        };
    }
}
