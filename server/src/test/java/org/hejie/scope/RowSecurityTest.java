package org.hejie.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database itself, so that a table that comes later is covered without a word here. */
@HejieTest
class RowSecurityTest {

    /** Tables without row-level security, each with the reason. */
    private static final Map<String, String> OPEN = new TreeMap<>(Map.ofEntries(
            Map.entry("audit.entry", "read by the audit administrator alone, who holds no key; the handler asks for his role"),
            Map.entry("audit.lane", "heads of the audit's chains: numbers and hashes"),
            Map.entry("audit.seal", "roots of the audit: numbers and hashes"),
            Map.entry("calendar.change", "reference: versions of the calendar"),
            Map.entry("calendar.holiday_year", "reference: announced years"),
            Map.entry("calendar.schedule", "reference: hours"),
            Map.entry("calendar.schedule_hours", "reference: hours"),
            Map.entry("calendar.special_day", "reference: days"),
            Map.entry("demo.batch", "which batches of the demo county are written: numbers"),
            Map.entry("demo.loading", "how far the demo county is written: numbers"),
            Map.entry("demo.staff", "which invented staff of the demo county holds which place: numbers"),
            Map.entry("document.stored_content", "addresses of sealed content: hashes and times"),
            Map.entry("dossier.template", "reference: the county's forms of papers; nothing about a matter"),
            Map.entry("intake.answered_status", "reference: of which statuses a line is told"),
            Map.entry("intake.attempt", "how often a door was tried, by a hash of who tried: read before there is a scope"),
            Map.entry("intake.remembered_mapping", "reference: names of columns"),
            Map.entry("intake.running_number", "settings: how the lines' numbers run"),
            Map.entry("matter.code_counter", "numbers given a day"),
            Map.entry("matter.procedure_version", "reference: texts of procedures"),
            Map.entry("matter.back_entry_limit", "settings: days"),
            Map.entry("matter.twin_weight", "settings: what speaks for a twin, and how much"),
            Map.entry("notify.live", "that something has changed: topics and numbers"),
            Map.entry("notify.reader", "how staff want to be told; addresses are sealed, read when a colleague's act tells them"),
            Map.entry("notify.subscription", "how staff want to be told: reference"),
            Map.entry("notify.told_once", "what has been told: numbers"),
            Map.entry("notify.endpoint", "addresses of systems; secrets are sealed"),
            Map.entry("notify.lane", "how many messages wait about which matter: numbers"),
            Map.entry("audit.export", "who took which list and how many rows; none of them"),
            Map.entry("org.access_token", "sign-in; hashes, read before there is a scope"),
            Map.entry("org.api_client", "accounts; secrets are hashes, read before there is a scope"),
            Map.entry("org.credential", "accounts; read before there is a scope"),
            Map.entry("org.grant_request", "who asked for which post: reference; holds no secret"),
            Map.entry("org.password_reset", "sign-in; hashes, read before there is a scope"),
            Map.entry("org.leave_cover", "who works where: reference"),
            Map.entry("org.linked_identity", "sign-in; read before there is a scope"),
            Map.entry("org.oidc_attempt", "sign-in; read before there is a scope"),
            Map.entry("org.passkey_challenge", "sign-in; hashes, read before there is a scope"),
            Map.entry("org.lock_out", "sign-in; read before there is a scope"),
            Map.entry("org.post", "who works where: reference"),
            Map.entry("org.session", "sign-in; read before there is a scope"),
            Map.entry("org.setup_token", "sign-in; read before there is a scope"),
            Map.entry("org.sign_in_setting", "settings"),
            Map.entry("org.staff", "who works where: reference"),
            Map.entry("org.unit", "reference: units"),
            Map.entry("org.unit_name", "reference: names of units"),
            Map.entry("org.unit_succession", "reference: which unit follows which"),
            Map.entry("org.unit_line", "reference: units of lines"),
            Map.entry("partner.subscription", "settings: which events a partner is told of, and how far; numbers"),
            Map.entry("party.key_mark", "which keys are in use"),
            Map.entry("party.protection_role", "reference: who may reveal protected parties"),
            Map.entry("party.reveal_count", "numbers of reveals a person and day"),
            Map.entry("party.reveal_limit", "settings"),
            Map.entry("place.area", "reference: areas"),
            Map.entry("place.center", "reference: centres"),
            Map.entry("place.grid", "reference: grids"),
            Map.entry("place.jurisdiction", "reference: centres"),
            Map.entry("referral.partner", "reference: which unit stands for a partner"),
            Map.entry("referral.news_head", "how many news a partner has: numbers"),
            Map.entry("rules.version", "reference: texts of rules, and how they were tried, in numbers"),
            Map.entry("rules.trial", "what trials of rules showed, in numbers and names of units; their matters are closed"),
            Map.entry("rules.step", "who took which step with a rule: reference"),
            Map.entry("shared.event_publication", "events hold ids, codes and times"),
            Map.entry("shared.reference_version", "marks of changed reference: numbers"),
            Map.entry("shared.scheduled_tasks", "timers")));

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    DataSource application;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Matters matters;

    @Autowired
    County county;

    @Test
    void everyTableTheServerReadsIsClosedOrOnTheList() {
        List<String> open = JdbcClient.create(owner).sql("""
                select n.nspname || '.' || c.relname
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                   and has_table_privilege('hejie_app', c.oid, 'select') and not c.relrowsecurity
                """).query(String.class).list();

        assertThat(OPEN.keySet()).containsAll(open);
    }

    @Test
    void everyClosedTableHasAPolicyForReading() {
        List<String> without = JdbcClient.create(owner).sql("""
                select c.oid::regclass::text from pg_class c
                 where c.relrowsecurity and has_table_privilege('hejie_app', c.oid, 'select')
                   and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*'))
                """).query(String.class).list();

        assertThat(without).isEmpty();
    }

    @Test
    void withoutAScopeNoRowIsSeen() {
        registered();
        List<String> closed = JdbcClient.create(owner).sql("""
                select c.oid::regclass::text from pg_class c
                 where c.relrowsecurity and has_table_privilege('hejie_app', c.oid, 'select')
                """).query(String.class).list();

        assertThat(closed).contains("matter.matter", "matter.event", "party.party", "org.passkey");
        assertThat(closed).allSatisfy(table -> assertThat(JdbcClient.create(application)
                .sql("select count(*) from " + table).query(Long.class).single()).as(table).isZero());
    }

    /** They are read by the owner, past row-level security. */
    @Test
    void thePartsOfAMatterAreAnsweredInItsScopeAlone() {
        long id = registered();
        var transaction = new TransactionTemplate(transactions);

        Long without = transaction.execute(status -> parts(id));
        Long within = Actors.as(county.window(501), () -> transaction.execute(status -> parts(id)));

        assertThat(without).isZero();
        assertThat(within).isOne();
    }

    @Test
    void theNewestThatHoldWordsAreAnsweredInTheirScopeAlone() {
        long id = registered();
        var transaction = new TransactionTemplate(transactions);

        Long without = transaction.execute(status -> newest(id));
        Long outside = Actors.as(county.townClerk(502, "620123100"), () -> transaction.execute(status -> newest(id)));
        Long within = Actors.as(county.window(501), () -> transaction.execute(status -> newest(id)));

        assertThat(without).isZero();
        assertThat(outside).isZero();
        assertThat(within).isOne();
    }

    private Long newest(long id) {
        return JdbcClient.create(application).sql("""
                select count(*)
                  from matter.search_first('无范 & 范围'::tsquery, 'infinity', 9223372036854775807, 600) hit
                 where hit = :id
                """).param("id", id).query(Long.class).single();
    }

    private long registered() {
        return Actors.as(county.window(501), () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "无范围",
                "无范围", "0202", null, Place.UNKNOWN, null, null, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王小民"))), new ProcedureId("dispute"), List.of())))
                .id().value();
    }

    private Long parts(long id) {
        return JdbcClient.create(application).sql("select count(*) from matter.parts_of(:id)").param("id", id)
                .query(Long.class).single();
    }

    /** The temporary tables through which many rows are copied are its own, hold nothing after a commit, and end with it. */
    @Test
    void theServersRoleCannotStepRoundRowSecurity() {
        assertThat(JdbcClient.create(owner).sql("""
                select not rolsuper and not rolbypassrls and not rolcreaterole
                       and not exists (select 1 from pg_class c where c.relowner = r.oid and c.relpersistence <> 't')
                  from pg_roles r where rolname = 'hejie_app'
                """).query(Boolean.class).single()).isTrue();
    }
}
