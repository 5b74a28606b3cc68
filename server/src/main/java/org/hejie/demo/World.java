package org.hejie.demo;

import java.time.Instant;
import org.hejie.calendar.WorkCalendar;
import org.hejie.matter.category.Categories;

/**
 * All a history is told from.
 *
 * @param end what lies at or after it has not happened yet
 */
record World(long seed, Instant end, WorkCalendar calendar, Rhythm rhythm, Ground ground, Roster roster, Texts texts,
        InventedPeople people, SamplePapers papers, Categories categories) {
}
