package org.hejie.party;

import com.fasterxml.jackson.annotation.JsonValue;

/** Id of one appearance of a person or body in one matter; a plain number in JSON. */
public record PartyId(@JsonValue long value) {}
