package org.hejie.party;

/**
 * Two parties with one number.
 *
 * @param party      the one asked about
 * @param other      the one found
 * @param byDocument whether they have the document's number in common; else the phone
 */
public record AlikeParty(PartyId party, PartyId other, boolean byDocument) {
}
