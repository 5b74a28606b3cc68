package org.hejie.rules;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * What trials of a version showed, down to their matters, for whoever drafts such rules and whoever approves them. A person's last trial
 * of the present text is kept, until {@value #KEPT_DAYS} days after the version took effect or was withdrawn.
 */
public interface Trials {

    /** How long a trial outlives its version's being open, in days. */
    int KEPT_DAYS = 30;

    /** Those of a version, the newest first. */
    List<KeptTrial> of(Actor by, long version);

    /** @throws org.hejie.shared.web.Problem NOT_FOUND when it is not kept, or no more */
    KeptTrial trial(Actor by, long id);

    /**
     * The matters it counts that lie in the actor's scope, by group, the newest first. The first page tells how many they are; what the
     * group counts beyond that lies outside his scope.
     *
     * @param group the group's number; null for all groups
     */
    Page<TriedMatter> matters(Actor by, long id, @Nullable Integer group, @Nullable String cursor, int limit);
}
