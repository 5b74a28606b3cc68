package org.hejie.wage;

import java.math.BigDecimal;

/**
 * Sums of rows that are not withdrawn, in yuan.
 *
 * @param workers    rows
 * @param unverified of these
 */
public record Sums(int workers, int unverified, BigDecimal claimed, BigDecimal verified, BigDecimal recovered) {
}
