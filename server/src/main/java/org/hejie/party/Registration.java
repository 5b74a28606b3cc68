package org.hejie.party;

/**
 * One of many parties to register.
 *
 * @param party     who
 * @param visibleTo the matter's keys
 */
public record Registration(NewParty party, long[] visibleTo) {}
