package org.hejie.party.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.hejie.party.Protection;
import org.hejie.party.RevealRequest;
import org.hejie.party.Revealed;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows a full identity: by reason, to those who may, so often a day, and never unrecorded. */
@Service
class Reveals {

    private final PartyRows rows;
    private final PartySealer sealer;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reveals(PartyRows rows, PartySealer sealer, AuditLog audit, JdbcClient jdbc, PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.sealer = sealer;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Revealed reveal(RevealRequest request) {
        requirePurpose(request);
        AuditEntry entry = AuditEntry.of(AuditKind.REVEAL, "PARTY_REVEALED")
                .by(request.actor())
                .on("party", request.party().value())
                .because(request.reason().name(), request.purpose());
        try {
            return transaction.execute(status -> revealRecorded(request, entry));
        } catch (Problem refusal) {
            audit.recordApart(entry.refused(refusal.reasonCode() == null ? refusal.type().name() : refusal.reasonCode()));
            throw refusal;
        }
    }

    private Revealed revealRecorded(RevealRequest request, AuditEntry entry) {
        StoredParty party = rows.stored(request.party(), false).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        requireRight(request, party.protections());
        count(request.actor());
        audit.record(entry);
        return party.reveal(sealer);
    }

    private static void requirePurpose(RevealRequest request) {
        String purpose = request.purpose();
        Problem.Fields fields = new Problem.Fields();
        fields.reject(request.reason().needsPurpose() && (purpose == null || purpose.isBlank()), "text", "REQUIRED");
        fields.reject(purpose != null && purpose.length() > AuditEntry.PURPOSE_LENGTH, "text", "TOO_LONG");
        fields.done();
    }

    private void requireRight(RevealRequest request, Set<Protection> protections) {
        if (request.actor().kind() != AuditActor.Kind.STAFF) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        for (Protection protection : protections) {
            boolean allowed = !request.roles().isEmpty() && jdbc.sql("""
                    select exists (select 1 from party.protection_role where protection = :protection and role in (:roles))
                    """)
                .param("protection", protection.name())
                .param("roles", request.roles())
                .query(Boolean.class)
                .single();
            if (!allowed) {
                throw Problem.of(ProblemType.FORBIDDEN, "PARTY_PROTECTED");
            }
        }
    }

    /** One statement, so that two reveals at once cannot both be the last of the day. */
    private void count(AuditActor staff) {
        Instant now = clock.instant();
        boolean counted = jdbc.sql("""
                insert into party.reveal_count as today (staff_id, day, reveals)
                values (:staff, :day, 1)
                    on conflict (staff_id, day) do update
                       set reveals = today.reveals + 1
                     where today.reveals < (select per_day from party.reveal_limit)
                returning reveals
                """)
            .param("staff", staff.id())
            .param("day", Times.dateOf(now))
            .query(Integer.class)
            .optional()
            .isPresent();
        if (!counted) {
            Instant tomorrow = Times.dateOf(now).plusDays(1).atStartOfDay(Times.ZONE).toInstant();
            throw Problem.retryAfter(ProblemType.REVEAL_LIMIT_REACHED, Duration.between(now, tomorrow));
        }
    }
}
