package org.hejie.notify.internal;

import org.hejie.notify.internal.LaneRows.Outgoing;

/** A way out. Sends one message and waits for the receiver's word; never throws for a receiver's fault. */
interface Channel {

    Outcome send(Outgoing message);
}
