package org.hejie.rules;

/**
 * A number that a county sets.
 *
 * @param name what it is for, stable
 * @param amount the number
 * @param measure what it counts, such as {@code minutes}
 * @param basis where it comes from
 * @param verified whether somebody has verified it on site
 */
public record SettingRow(String name, int amount, String measure, String basis, boolean verified) {
}
