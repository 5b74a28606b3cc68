package org.hejie.referral;

/** A code of the rules and what it means. */
public record Coded(String code, RuleName name) {
}
