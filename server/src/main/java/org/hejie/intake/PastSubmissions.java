package org.hejie.intake;

import java.time.Instant;
import java.util.List;
import org.hejie.intake.Submissions.Channel;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.org.Actor;

/** Keeps, for matters that were written together with their past, the submissions they came by. */
public interface PastSubmissions {

    /** Keeps each as its line would have sent it, tied to its matter; in the transaction of the caller. */
    void keep(List<PastSubmission> batch);

    /**
     * @param channel    {@link Channel#API} or {@link Channel#RESIDENT}
     * @param said       what was registered of it
     * @param receivedBy who took it in
     */
    record PastSubmission(Channel channel, RegisterMatter said, Registered became, Actor receivedBy, Instant receivedAt) {
    }
}
