package org.hejie.party.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hejie.party.AlikeParty;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.NewParty;
import org.hejie.party.Parties;
import org.hejie.party.PartyCorrection;
import org.hejie.party.PartyId;
import org.hejie.party.PartyRevision;
import org.hejie.party.PartyView;
import org.hejie.party.PhoneNumber;
import org.hejie.party.Registration;
import org.hejie.party.RevealRequest;
import org.hejie.party.Revealed;
import org.hejie.shared.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers, finds and shares parties; revealing and correcting have classes of their own. */
@Service
class PartyRegistry implements Parties {

    private final PartyRows rows;
    private final PartySealer sealer;
    private final Reveals reveals;
    private final Corrections corrections;
    private final Ids ids;
    private final Clock clock;

    PartyRegistry(PartyRows rows, PartySealer sealer, Reveals reveals, Corrections corrections, Ids ids, Clock clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.reveals = reveals;
        this.corrections = corrections;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PartyId register(NewParty party, long[] visibleTo) {
        return registerAll(List.of(new Registration(party, visibleTo))).getFirst();
    }

    @Override
    @Transactional
    public List<PartyId> registerAll(List<Registration> registrations) {
        List<PartyRows.Insert> inserts = new ArrayList<>(registrations.size());
        List<PartyId> given = new ArrayList<>(registrations.size());
        for (Registration registration : registrations) {
            long id = ids.next();
            given.add(new PartyId(id));
            inserts.add(new PartyRows.Insert(sealer.seal(id, registration.party()), registration.visibleTo()));
        }
        if (!inserts.isEmpty()) {
            rows.insert(inserts, clock.instant());
        }
        return given;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartyView> masked(Collection<PartyId> ids) {
        Map<PartyId, PartyView> views = rows.views(ids).stream().collect(Collectors.toMap(PartyView::id, view -> view));
        return ids.stream().distinct().map(views::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Revealed reveal(RevealRequest request) {
        return reveals.reveal(request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartyId> findByDocument(String number) {
        return rows.byDocument(sealer.indexOfDocument(new IdentityDocument(DocumentKind.OTHER, number).number()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartyId> findByPhone(PhoneNumber phone) {
        return rows.byPhone(sealer.indexOf(phone));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AlikeParty> alike(Collection<PartyId> ids) {
        return ids.isEmpty() ? List.of() : rows.alike(ids);
    }

    @Override
    @Transactional
    public void show(Collection<PartyId> ids, long[] visibleTo) {
        if (!ids.isEmpty()) {
            rows.show(ids, visibleTo);
        }
    }

    @Override
    @Transactional
    public void share(Collection<PartyId> ids, long[] keys) {
        if (!ids.isEmpty() && keys.length > 0) {
            rows.share(ids, keys);
        }
    }

    @Override
    public int correct(PartyCorrection correction) {
        return corrections.correct(correction);
    }

    @Override
    public List<PartyRevision> revisions(PartyId id) {
        return corrections.of(id);
    }
}
