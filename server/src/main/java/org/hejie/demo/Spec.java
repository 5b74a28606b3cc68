package org.hejie.demo;

import java.time.LocalDate;

/**
 * One matter to be told: everything else follows from its number and the seed.
 *
 * @param number   its place in the plan
 * @param day      on which it comes, Asia/Shanghai
 * @param category second-level code
 */
record Spec(int number, LocalDate day, Stream stream, String category) {
}
