/**
 * 对接推送: what the four partners' systems are told, as CloudEvents: pushed to their addresses, or fetched from where they stopped.
 * The news themselves belong to {@code referral}, delivery to {@code notify} ({@code docs/adr/0093-events-for-partners.md}).
 */
@ApplicationModule(displayName = "对接推送 Partner events", allowedDependencies = {"shared", "org", "notify", "referral"})
@NullMarked
package org.hejie.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
