package org.hejie.mediation;

/**
 * A people's mediation committee (人民调解委员会).
 *
 * @param sign stands in the numbers of its agreements, such as 榆人调字; no two committees share one
 */
public record Committee(long id, long unitId, String name, String sign) {
}
