package org.hejie.notify;

import java.time.LocalDate;

/** Messages kept to be fetched that nobody has handed over yet. @param day when they were written, Asia/Shanghai */
public record KeptDay(LocalDate day, int count) {
}
