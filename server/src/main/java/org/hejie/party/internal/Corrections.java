package org.hejie.party.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.party.Masking;
import org.hejie.party.PartyCorrection;
import org.hejie.party.PartyId;
import org.hejie.party.PartyKind;
import org.hejie.party.PartyRevision;
import org.hejie.party.PhoneNumber;
import org.hejie.party.Revealed;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Corrects parties and keeps what was there before, encrypted as one text a revision. */
@Service
class Corrections implements SealedColumns {

    private static final SealedColumn REPLACED = SealedColumn.of("party.revision", "id", "replaced").appendOnly();

    private final PartyRows rows;
    private final PartySealer sealer;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    Corrections(PartyRows rows, PartySealer sealer, FieldCipher cipher, JsonMapper json, JdbcClient jdbc, AuditLog audit,
            Ids ids, Clock clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.cipher = cipher;
        this.json = json;
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public int correct(PartyCorrection correction) {
        StoredParty now = rows.stored(correction.party(), true).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (now.revision() != correction.expectedRevision()) {
            throw Problem.of(ProblemType.STALE);
        }
        keep(now, correction);
        int revision = now.revision() + 1;
        rows.update(sealer.seal(now.id(), correction.appliedTo(now.unsealed(sealer))), revision);
        audit.record(AuditEntry.of(AuditKind.CHANGE, "PARTY_CORRECTED")
                .by(correction.actor())
                .on("party", now.id())
                .because("CORRECT", correction.reason()));
        return revision;
    }

    private void keep(StoredParty replaced, PartyCorrection correction) {
        long id = ids.next();
        String whole = json.writeValueAsString(replaced.reveal(sealer));
        jdbc.sql("""
                insert into party.revision (id, party_id, revision, replaced, changed_at, changed_by, reason)
                values (:id, :party, :revision, :replaced, :at, :by, :reason)
                """)
            .param("id", id)
            .param("party", replaced.id())
            .param("revision", replaced.revision())
            .param("replaced", cipher.encrypt(REPLACED.place(id), whole))
            .param("at", Times.utc(clock.instant()))
            .param("by", correction.actor().id())
            .param("reason", correction.reason())
            .update();
    }

    @Transactional(readOnly = true)
    public List<PartyRevision> of(PartyId party) {
        return jdbc.sql("""
                select r.id, r.revision, r.replaced, r.changed_at, r.changed_by, r.reason, p.kind
                  from party.revision r
                  join party.party p on p.id = r.party_id
                 where r.party_id = :party
                 order by r.revision desc
                """)
            .param("party", party.value())
            .query((row, number) -> masked(row))
            .list();
    }

    private PartyRevision masked(ResultSet row) throws SQLException {
        String whole = cipher.decrypt(REPLACED.place(row.getLong("id")), row.getBytes("replaced"));
        Revealed replaced = json.readValue(whole, Revealed.class);
        return new PartyRevision(row.getInt("revision"),
                Masking.name(PartyKind.valueOf(row.getString("kind")), replaced.name()),
                document(replaced),
                replaced.phone() == null ? null : new PhoneNumber(replaced.phone()).masked(),
                replaced.address() == null ? null : Masking.address(replaced.address()),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("changed_by"),
                row.getString("reason"));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(REPLACED);
    }

    private static @Nullable String document(Revealed replaced) {
        return replaced.documentKind() == null || replaced.documentNumber() == null ? null
                : Masking.document(replaced.documentKind(), replaced.documentNumber());
    }
}
