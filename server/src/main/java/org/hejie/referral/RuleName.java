package org.hejie.referral;

/** Words in both languages and whether their source was read. @param verified false: to be verified before anybody relies on it */
public record RuleName(String zh, String en, boolean verified) {
}
