package org.hejie.referral;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment looks at. It names nobody.
 *
 * @param people   how many are involved
 * @param amount   yuan
 * @param repeated the most lawsuits one of its parties has had lately, this one among them
 */
public record LawsuitFacts(@Nullable Integer people, @Nullable BigDecimal amount, int repeated) {
}
