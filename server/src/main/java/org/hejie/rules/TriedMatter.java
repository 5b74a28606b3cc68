package org.hejie.rules;

import org.jspecify.annotations.Nullable;

/**
 * One matter a trial counts, as its reader may see it.
 *
 * @param group the number of the group that counts it
 * @param place its place within the group, from 1
 * @param matterId its number
 * @param code 一案一码
 * @param title in a few words
 * @param rule the row or move of the draft that decides; empty where none does alone
 * @param otherId the other matter of a pair; null where the group counts no pairs
 * @param otherCode that one's 一案一码
 */
public record TriedMatter(int group, int place, long matterId, String code, String title, String rule, @Nullable Long otherId,
        @Nullable String otherCode) {
}
