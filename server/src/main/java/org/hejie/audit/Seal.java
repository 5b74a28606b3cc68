package org.hejie.audit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One seal. Its number and hash, noted outside the database, prove everything sealed up to it.
 *
 * @param number   from 1, without gaps
 * @param sealedOn date in Asia/Shanghai
 * @param sealedAt when it was made
 * @param heads    how many chains it covers: those that grew since the seal before
 * @param hash     in hexadecimal
 */
public record Seal(long number, LocalDate sealedOn, Instant sealedAt, long heads, String hash) {
}
