package org.hejie.matter.category;

import org.jspecify.annotations.Nullable;

/**
 * The counterparts of a category in lists others keep; null where none is known. The way back is
 * not unique: several of ours share one of theirs.
 *
 * @param justice the list of the justice administration (司法)
 * @param governance number 1 to 19 of the older list of comprehensive governance (综治)
 * @param hotline the label of line 12345
 * @param cause the civil cause of action (民事案由)
 */
public record CategoryMapping(
        @Nullable String justice, @Nullable String governance, @Nullable String hotline, @Nullable String cause) {}
