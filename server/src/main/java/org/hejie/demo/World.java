package org.hejie.demo;

import java.time.Instant;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.category.Categories;

/**
 * All a history is told from.
 *
 * @param end    what lies at or after it has not happened yet
 * @param series put before the lines' own numbers, so that no two loads give the same
 */
record World(long seed, Instant end, WorkCalendar calendar, Rhythm rhythm, Ground ground, Roster roster, Texts texts,
        InventedPeople people, SamplePapers papers, Categories categories, String series) {
}
