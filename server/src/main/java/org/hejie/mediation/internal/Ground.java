package org.hejie.mediation.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a matter speaks for or against mediating it.
 *
 * @param excluded code of why people's mediation may not take it
 * @param sides    how many sides it has
 * @param parties  applicants and respondents
 * @param running  whether it is being mediated
 */
record Ground(boolean never, boolean open, boolean redRisk, String category, long homeUnit, @Nullable Long homeCenter,
        @Nullable String excluded, int sides, List<Long> parties, boolean running) {
}
