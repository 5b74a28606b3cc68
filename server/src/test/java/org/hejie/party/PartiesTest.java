package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class PartiesTest {

    private static final long TOWN = 501;
    private static final long OTHER_TOWN = 502;
    private static final IdentityDocument CARD = new IdentityDocument(DocumentKind.ID_CARD, "11010519491231002x");
    private static final PhoneNumber PHONE = new PhoneNumber("138 0013 8000");

    @Autowired
    private Parties parties;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;
    private JdbcClient owner;

    @BeforeEach
    void openAsOwner() {
        owner = JdbcClient.create(ownerDataSource);
    }

    @Test
    void aPartyIsShownMasked() {
        PartyId id = registered(aResident());

        assertThat(inTown(() -> parties.masked(List.of(id)))).containsExactly(new PartyView(id, PartyKind.PERSON, "王**",
                DocumentKind.ID_CARD, "110105********002X", "138****8000", "榆中县和平镇袁家营村****", Sex.UNKNOWN, 1949,
                null, null, Set.of(), 1));
    }

    @Test
    void nothingPersonalLiesInTheDatabaseInPlain() {
        PartyId id = registered(aResident());
        String row = owner.sql("select p::text || encode(name, 'escape') || encode(phone, 'escape') from party.party p where id = :id")
                .param("id", id.value()).query(String.class).single();

        assertThat(row).doesNotContain("王某某", "11010519491231002X", "13800138000", "三社");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kind            | kind = $$SOMETHING$$",
        "document_kind   | document_kind = $$SOMETHING$$",
        "document_number | document_number = null",
        "document_index  | document_index = null",
        "document_index  | document_index = $$x$$",
        "phone_index     | phone_index = null",
        "phone_index     | phone_index = $$x$$",
        "sex             | sex = $$SOMETHING$$",
        "birth_year      | birth_year = 1899",
        "override_reason | override_reason = repeat($$x$$, 201)",
        "protections     | protections = $${SOMETHING}$$",
    })
    void whatAColumnMayNotBeIsRefusedByItsNameAndShowsNothing(String column, String change) {
        PartyId id = registered(aResident());

        assertThatThrownBy(() -> owner.sql("update party.party set " + change + " where id = :id")
                .param("id", id.value()).update())
                .hasMessageContaining("a party's " + column + " is not").hasMessageNotContaining("王");
    }

    @Test
    void someoneSeesIt() {
        PartyId id = registered(aResident());

        assertThatThrownBy(() -> owner.sql("update party.party set visible_to = $${}$$ where id = :id").param("id", id.value()).update())
                .hasMessageContaining("party_visible_to_check").hasMessageNotContaining("王");
    }

    @Test
    void anotherTownSeesNothing() {
        PartyId id = registered(aResident());

        assertThat(inOtherTown(() -> parties.masked(List.of(id)))).isEmpty();
        assertThat(inOtherTown(() -> parties.findByPhone(PHONE))).doesNotContain(id);
    }

    @Test
    void withoutAScopeNothingIsSeenOrRegistered() {
        PartyId id = registered(aResident());

        assertThat(parties.masked(List.of(id))).isEmpty();
        assertThatThrownBy(() -> parties.register(aResident(), new long[] {TOWN})).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aSharedPartyIsSeenByBoth() {
        PartyId id = registered(aResident());
        inTown(() -> {
            parties.share(List.of(id), new long[] {OTHER_TOWN});
            return id;
        });

        assertThat(inOtherTown(() -> parties.masked(List.of(id)))).hasSize(1);
        assertThat(inTown(() -> parties.masked(List.of(id)))).hasSize(1);
    }

    @Test
    void aPartyIsFoundByItsNumberHoweverTyped() {
        PartyId id = registered(aResident());

        assertThat(inTown(() -> parties.findByDocument("11010519491231002X"))).contains(id);
        assertThat(inTown(() -> parties.findByDocument(" 110105 19491231 002x"))).contains(id);
        assertThat(inTown(() -> parties.findByPhone(new PhoneNumber("+86 13800138000")))).contains(id);
    }

    @Test
    void aFailedCheckIsKeptWithItsReason() {
        PartyId id = registered(new PartyDraft(PartyKind.PERSON, "李某", DocumentKind.ID_CARD, "110105194912310021", "证件磨损",
                null, null, null, null, null, Set.of()).accept());

        assertThat(inTown(() -> parties.masked(List.of(id)))).singleElement()
                .extracting(PartyView::documentWarning, PartyView::overrideReason)
                .containsExactly(DocumentCheck.Code.CHECK_DIGIT, "证件磨损");
    }

    @Test
    void aChildIsUnderProtection() {
        PartyId id = registered(NewParty.person("赵某").with(new IdentityDocument(DocumentKind.ID_CARD, "620123201801010011")));

        assertThat(inTown(() -> parties.masked(List.of(id)))).singleElement()
                .extracting(PartyView::protections).isEqualTo(Set.of(Protection.MINOR));
    }

    @Test
    void manyAreRegisteredInTheOrderGiven() {
        List<Registration> many = IntStream.range(0, 1_200)
                .mapToObj(i -> new Registration(NewParty.person("Anna".substring(i % 4) + i), new long[] {TOWN})).toList();
        List<PartyId> ids = inTown(() -> parties.registerAll(many));

        assertThat(inTown(() -> parties.masked(ids))).extracting(PartyView::id).isEqualTo(ids);
    }

    @Test
    void aCorrectionChangesWhatItNamesAndKeepsWhatWas() {
        PartyId id = registered(aResident());
        int revision = inTown(() -> parties.correct(phoneTo("13900139000", id, 1)));

        assertThat(revision).isEqualTo(2);
        assertThat(inTown(() -> parties.masked(List.of(id)))).singleElement()
                .extracting(PartyView::phone, PartyView::documentNumber, PartyView::revision)
                .containsExactly("139****9000", "110105********002X", 2);
        assertThat(inTown(() -> parties.revisions(id))).singleElement()
                .extracting(PartyRevision::revision, PartyRevision::phone, PartyRevision::reason)
                .containsExactly(1, "138****8000", "号码已停用");
        assertThat(inTown(() -> parties.findByPhone(new PhoneNumber("13900139000")))).contains(id);
    }

    @Test
    void aCorrectionOfAnOldRevisionIsRefused() {
        PartyId id = registered(aResident());
        inTown(() -> parties.correct(phoneTo("13900139000", id, 1)));

        assertThatThrownBy(() -> inTown(() -> parties.correct(phoneTo("13700137000", id, 1))))
                .isInstanceOf(Problem.class).hasMessageContaining("STALE");
    }

    @Test
    void revisionsOfAnotherTownAreNotSeen() {
        PartyId id = registered(aResident());
        inTown(() -> parties.correct(phoneTo("13900139000", id, 1)));

        assertThat(inOtherTown(() -> parties.revisions(id))).isEmpty();
    }

    @Test
    void nothingPersonalIsPrinted() {
        NewParty party = aResident();
        String printed = party + " " + party.document() + party.phone() + new Registration(party, new long[] {1})
                + new Revealed("王某某", DocumentKind.ID_CARD, CARD.number(), PHONE.typed(), "三社12号", null)
                + new PartyDraft(PartyKind.PERSON, "王某某", null, CARD.number(), null, "13800138000", "三社12号", null, null, null, Set.of())
                + phoneTo("13900139000", new PartyId(1), 1);

        assertThat(printed).doesNotContain("王某某", "19491231", "13800138000", "13900139000", "三社");
    }

    private static NewParty aResident() {
        return NewParty.person("王某某").with(CARD).with(PHONE).livingAt("榆中县和平镇袁家营村三社12号");
    }

    private static PartyCorrection phoneTo(String phone, PartyId id, int revision) {
        return new PartyCorrection(id, revision, null, null, null, new PhoneNumber(phone), null, Set.of(),
                AuditActor.staff(9), "号码已停用");
    }

    private PartyId registered(NewParty party) {
        return inTown(() -> parties.register(party, new long[] {TOWN}));
    }

    private static <T> T inTown(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scopes.as(Scope.of(9, TOWN), work);
    }

    private static <T> T inOtherTown(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Scopes.as(Scope.of(8, OTHER_TOWN), work);
    }
}
