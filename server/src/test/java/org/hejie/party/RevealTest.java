package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class RevealTest {

    private static final long TOWN = 601;
    private static final AtomicLong STAFF = new AtomicLong(60_000);

    @Autowired
    private Parties parties;
    @Autowired
    private TestClock clock;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    private final long staff = STAFF.incrementAndGet();
    private JdbcClient owner;
    private PartyId party;

    @BeforeEach
    void aPartyAtNoon() {
        owner = JdbcClient.create(ownerDataSource);
        clock.setTo(Instant.parse("2026-11-23T04:00:00Z"));
        party = registered(NewParty.person("王某某").with(new PhoneNumber("13800138000")).livingAt("和平镇三社12号"));
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void showsWhatWasGiven() {
        assertThat(reveal(party)).isEqualTo(new Revealed("王某某", null, null, "13800138000", "和平镇三社12号", null));
    }

    @Test
    void isRecordedWithReasonAndPurpose() {
        reveal(party);

        assertThat(record()).containsEntry("action", "PARTY_REVEALED").containsEntry("result", "DONE")
                .containsEntry("object_id", party.value()).containsEntry("reason", "CONTACT").containsEntry("purpose", "约定调解时间");
    }

    @Test
    void isRefusedOverTheDaysLimit() {
        owner.sql("insert into party.reveal_count (staff_id, day, reveals) values (:staff, '2026-11-23', 49)")
                .param("staff", staff).update();
        reveal(party);

        assertThatThrownBy(() -> reveal(party)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.REVEAL_LIMIT_REACHED);
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofHours(12));
        });
    }

    @Test
    void aRefusalIsRecordedToo() {
        owner.sql("insert into party.reveal_count (staff_id, day, reveals) values (:staff, '2026-11-23', 50)")
                .param("staff", staff).update();
        assertThatThrownBy(() -> reveal(party)).isInstanceOf(Problem.class);

        assertThat(record()).containsEntry("result", "REFUSED").containsEntry("reason", "REVEAL_LIMIT_REACHED");
    }

    @Test
    void countsAnewTheNextDay() {
        owner.sql("insert into party.reveal_count (staff_id, day, reveals) values (:staff, '2026-11-23', 50)")
                .param("staff", staff).update();
        clock.advance(Duration.ofHours(12));

        assertThat(reveal(party).name()).isEqualTo("王某某");
    }

    @Test
    void needsWordsForAnUnusualReason() {
        assertThatThrownBy(() -> reveal(party, RevealReason.OTHER, " ", Set.of()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors())
                        .containsExactly(new Problem.FieldError("text", "REQUIRED")));
    }

    @Test
    void outsideTheScopeIsNotFound() {
        assertThatThrownBy(() -> Scopes.as(Scope.of(staff, TOWN + 1), () -> parties.reveal(request(party, RevealReason.CONTACT, null, Set.of()))))
                .isInstanceOf(Problem.class).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void aProtectedPartyIsShownToItsRolesAlone() {
        PartyId hidden = registered(NewParty.person("李某").under(Protection.DOMESTIC_VIOLENCE));

        assertThatThrownBy(() -> reveal(hidden, RevealReason.CONTACT, null, Set.of("WINDOW")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.reasonCode()).isEqualTo("PARTY_PROTECTED"));
        assertThat(reveal(hidden, RevealReason.CONTACT, null, Set.of("WOMEN_FEDERATION")).name()).isEqualTo("李某");
    }

    @Test
    void noSystemMayReveal() {
        assertThatThrownBy(() -> inTown(() -> parties.reveal(new RevealRequest(party, RevealReason.CONTACT, null,
                new AuditActor(AuditActor.Kind.API_CLIENT, 3, null), Set.of()))))
                .isInstanceOf(Problem.class).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void aValueMovedFromAnotherRowIsNotShown() {
        PartyId other = registered(NewParty.person("赵某某"));
        byte[] own = owner.sql("select name from party.party where id = :id").param("id", party.value())
                .query(byte[].class).single();
        owner.sql("update party.party set name = (select name from party.party where id = :other) where id = :id")
                .param("other", other.value()).param("id", party.value()).update();

        assertThatThrownBy(() -> reveal(party)).hasMessage("party.party.name of row " + party.value()
                + " was changed or moved since it was written");
        owner.sql("update party.party set name = :own where id = :id") // other tests read every row
                .param("own", own).param("id", party.value()).update();
    }

    private Revealed reveal(PartyId id) {
        return reveal(id, RevealReason.CONTACT, "约定调解时间", Set.of());
    }

    private Revealed reveal(PartyId id, RevealReason reason, String purpose, Set<String> roles) {
        return inTown(() -> parties.reveal(request(id, reason, purpose, roles)));
    }

    private RevealRequest request(PartyId id, RevealReason reason, String purpose, Set<String> roles) {
        return new RevealRequest(id, reason, purpose, AuditActor.staff(staff), roles);
    }

    private PartyId registered(NewParty someone) {
        return inTown(() -> parties.register(someone, new long[] {TOWN}));
    }

    private <T> T inTown(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scopes.as(Scope.of(staff, TOWN), work);
    }

    private Map<String, Object> record() {
        return owner.sql("select * from audit.entry where actor_id = :staff order by id desc limit 1")
                .param("staff", staff).query().singleRow();
    }
}
