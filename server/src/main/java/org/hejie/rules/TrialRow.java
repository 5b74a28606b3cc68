package org.hejie.rules;

import org.jspecify.annotations.Nullable;

/**
 * One matter that would have gone otherwise; what a group of a trial counts.
 *
 * @param group the group's number
 * @param place its place within the group, from 1, the newest matter first
 * @param matter the matter's number
 * @param other the other matter of a pair; null where the group counts no pairs
 * @param rule the row or move of the draft that decides; empty where none does alone
 */
public record TrialRow(int group, int place, long matter, @Nullable Long other, String rule) {
}
