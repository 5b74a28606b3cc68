package org.hejie.party;

/** Id of one appearance of a person or body in one matter. */
public record PartyId(long value) {}
