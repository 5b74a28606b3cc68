package org.hejie.party;

import java.util.Collection;
import java.util.List;

/**
 * The people and bodies of matters. One row is one appearance in one matter: what was given then stays as given
 * then. Who may see a row is said by its keys, the same as the matter's.
 */
public interface Parties {

    /**
     * Registers one party in the current transaction.
     *
     * @param visibleTo the matter's keys; at least one of them in the current scope
     */
    PartyId register(NewParty party, long[] visibleTo);

    /** Registers many in batches, for imports and the demo county; ids in the order given. */
    List<PartyId> registerAll(List<Registration> registrations);

    /** Those of the parties that lie in the current scope, masked, in the order given. */
    List<PartyView> masked(Collection<PartyId> ids);

    /**
     * Shows one party's full identity, for a stated reason. Counted against the staff member's daily limit and
     * recorded in the same transaction; refusals are recorded too.
     *
     * @throws org.hejie.shared.web.Problem {@code NOT_FOUND} outside the scope, {@code FORBIDDEN} if the party is under
     *         special protection and none of the roles may reveal it, {@code REVEAL_LIMIT_REACHED} after the day's limit
     */
    Revealed reveal(RevealRequest request);

    /** Parties in the current scope with this document number, of whatever kind; newest first, at most 200. */
    List<PartyId> findByDocument(String number);

    /** Parties in the current scope with this phone; newest first, at most 200. */
    List<PartyId> findByPhone(PhoneNumber phone);

    /**
     * Parties in the current scope that have the document number or the phone of one of these, newest first; of each
     * number at most 40.
     */
    List<AlikeParty> alike(Collection<PartyId> ids);

    /** Lets the holders of more keys see these parties. */
    void share(Collection<PartyId> ids, long[] keys);

    /** Sets who may see these parties, as after the matter they belong to was given back to fewer. */
    void show(Collection<PartyId> ids, long[] visibleTo);

    /**
     * Corrects a party; what was there before is kept.
     *
     * @return the new revision
     * @throws org.hejie.shared.web.Problem {@code NOT_FOUND} outside the scope, {@code STALE} if another correction
     *         came first
     */
    int correct(PartyCorrection correction);

    /** What corrections replaced, masked, newest first. */
    List<PartyRevision> revisions(PartyId id);
}
