package org.hejie.partner.internal;

import java.util.Arrays;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.ClientRights;
import org.hejie.partner.CloudEvent;
import org.hejie.partner.PartnerEvents;
import org.hejie.referral.NewsFeed;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Service;

/** Events straight from the news, within the key of whose token it is. */
@Service
class FedEvents implements PartnerEvents {

    private final NewsFeed feed;
    private final CloudEvents events;

    FedEvents(NewsFeed feed, CloudEvents events) {
        this.feed = feed;
        this.events = events;
    }

    @Override
    public List<CloudEvent> after(Actor by, long seq, int limit) {
        PartnerSystem partner = partner(by);
        new Problem.Fields()
                .reject(seq < 0, "after", "RANGE")
                .reject(limit < 1 || limit > NewsFeed.MOST, "limit", "RANGE")
                .done();
        return feed.after(partner, seq, limit).stream().map(events::of).toList();
    }

    private static PartnerSystem partner(Actor by) {
        ClientRights rights = by.client();
        List<PartnerSystem> read = rights == null ? List.of()
                : Arrays.stream(PartnerSystem.values()).filter(one -> rights.scopes().contains(one.readScope())).toList();
        if (read.size() != 1) {
            throw Problem.of(ProblemType.FORBIDDEN, Problem.TOKEN_SCOPE);
        }
        return read.getFirst();
    }
}
