package org.hejie.demo;

import java.time.LocalDate;

/**
 * One matter to be told: everything else follows from its number and the seed.
 *
 * @param number   its place in the plan
 * @param place    among those of its stream, from 0
 * @param day      on which it comes, Asia/Shanghai
 * @param category second-level code
 */
record Spec(int number, int place, LocalDate day, Stream stream, String category) {
}
