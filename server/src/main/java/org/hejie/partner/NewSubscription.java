package org.hejie.partner;

import java.net.URI;
import java.util.Set;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;

/**
 * An address to which a partner wants to be told.
 *
 * @param address {@code https}, outside the network the server stands in
 * @param types   of which it is told, one at least
 * @param history whether it gets what happened before as well
 */
public record NewSubscription(PartnerSystem partner, URI address, Set<NewsType> types, boolean history) {

    /** @throws Problem INVALID_FIELDS naming the field at fault */
    public NewSubscription {
        types = Set.copyOf(types);
        requireTypes(types);
    }

    /** @throws Problem INVALID_FIELDS {@code types} without one */
    public static void requireTypes(Set<NewsType> types) {
        new Problem.Fields().reject(types.isEmpty(), "types", "REQUIRED").done();
    }
}
