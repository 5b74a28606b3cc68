package org.hejie.followup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A planned visit that has not been made.
 *
 * @param visit    its name in the procedure, such as {@code first}
 * @param dueOn    Asia/Shanghai
 * @param inPerson whether it has to be made by a person, face to face
 * @param version  of the matter, for If-Match
 */
public record DueVisit(long id, String code, String title, String status, String visit, LocalDate dueOn, boolean overdue,
        boolean inPerson, Instant closedAt, int version) {
}
