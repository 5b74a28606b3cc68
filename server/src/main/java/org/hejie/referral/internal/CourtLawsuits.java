package org.hejie.referral.internal;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.party.Masking;
import org.hejie.party.PartyKind;
import org.hejie.referral.LawsuitAssessment;
import org.hejie.referral.LawsuitAssessment.Assessed;
import org.hejie.referral.LawsuitDraft;
import org.hejie.referral.LawsuitDraft.LawsuitParty;
import org.hejie.referral.LawsuitFacts;
import org.hejie.referral.LawsuitRow;
import org.hejie.referral.Lawsuits;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps lawsuits, masked; says of each what is worth a look. */
@Service
class CourtLawsuits implements Lawsuits {

    private static final int STAGE = 50;
    private static final int MOST_PARTIES = 200;
    private static final BigDecimal MOST_YUAN = new BigDecimal("999999999999.99");

    private final ReferralRules rules;
    private final ReferralContent content;
    private final Partners partners;
    private final LawsuitAssessment assessment;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    CourtLawsuits(ReferralRules rules, ReferralContent content, Partners partners, ObjectProvider<LawsuitAssessment> assessments,
            SimpleReasons simple, JdbcClient jdbc, Ids ids, Clock clock) {
        this.rules = rules;
        this.content = content;
        this.partners = partners;
        this.assessment = assessments.stream().filter(one -> one != simple).findFirst().orElse(simple);
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Pushed> push(PartnerSystem system, List<LawsuitDraft> lawsuits) {
        requireCourt(system);
        if (lawsuits.isEmpty() || lawsuits.size() > MOST) {
            throw Problem.field("lawsuits", lawsuits.isEmpty() ? "REQUIRED" : "TOO_MANY");
        }
        Partner partner = partners.writing(system);
        Instant now = clock.instant();
        List<Pushed> pushed = new ArrayList<>();
        for (LawsuitDraft one : lawsuits) {
            pushed.add(push(partner, one, now));
        }
        return pushed;
    }

    private static void requireCourt(PartnerSystem system) {
        if (system != PartnerSystem.COURT) {
            throw Problem.field("system", "NOT_HERE");
        }
        ReferralPowers.requirePartner(system);
    }

    private Pushed push(Partner partner, LawsuitDraft one, Instant now) {
        List<FieldError> errors = errors(one, Times.dateOf(now));
        if (!errors.isEmpty()) {
            return new Pushed.Refused(errors);
        }
        String cause = String.valueOf(Texts.bare(one.cause()));
        Optional<String> kind = countOnly(cause);
        if (kind.isPresent()) {
            return new Pushed.CountOnly(kind.get());
        }
        String number = String.valueOf(Texts.bare(one.caseNo()));
        Optional<Known> known = known(partner, number);
        if (known.isEmpty()) {
            Optional<Long> kept = keep(partner, one, number, cause, now);
            if (kept.isPresent()) {
                return new Pushed.Kept(kept.get(), false);
            }
            known = known(partner, number); // pushed elsewhere at the same moment
        }
        return known.filter(before -> MessageDigest.isEqual(before.hash(), hash(one))).<Pushed>map(before -> new Pushed.Kept(before.id(), true))
                .orElseGet(Pushed.Conflict::new);
    }

    private byte[] hash(LawsuitDraft one) {
        List<LawsuitParty> parties = one.parties() == null ? List.of() : one.parties();
        List<@Nullable String> parts = new ArrayList<>(Arrays.asList(one.caseNo(), one.cause(), String.valueOf(one.filedOn()), one.areaCode(), one.stage(),
                String.valueOf(one.amount()), String.valueOf(one.people())));
        parties.forEach(party -> parts.add(party.kind() + "/" + party.name() + "/" + party.mark()));
        return content.hash(parts.toString());
    }

    private List<FieldError> errors(LawsuitDraft one, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        Texts.check(errors, "caseNo", one.caseNo(), Texts.NUMBER, true);
        Texts.check(errors, "cause", one.cause(), Texts.SHORT, true);
        Texts.check(errors, "stage", one.stage(), STAGE, false);
        reject(errors, one.filedOn() == null, "filedOn", "REQUIRED");
        reject(errors, one.filedOn() != null && one.filedOn().isAfter(today), "filedOn", "FUTURE");
        String area = Texts.bare(one.areaCode());
        reject(errors, area != null && !area.matches("[0-9]{6}([0-9]{3})?([0-9]{3})?"), "areaCode", "INVALID");
        reject(errors, one.people() != null && one.people() < 1, "people", "RANGE");
        reject(errors, one.amount() != null && (one.amount().signum() < 0 || one.amount().compareTo(MOST_YUAN) > 0), "amount", "RANGE");
        List<LawsuitParty> parties = one.parties() == null ? List.of() : one.parties();
        reject(errors, parties.size() > MOST_PARTIES, "parties", "TOO_MANY");
        for (int i = 0; i < parties.size(); i++) {
            Texts.check(errors, "parties[" + i + "].name", parties.get(i).name(), Texts.SHORT, true);
            Texts.check(errors, "parties[" + i + "].mark", parties.get(i).mark(), Texts.SHORT, false);
        }
        return errors;
    }

    private static void reject(List<FieldError> errors, boolean wrong, String path, String code) {
        if (wrong) {
            errors.add(new FieldError(path, code));
        }
    }

    private Optional<String> countOnly(String cause) {
        return rules.counts().stream().filter(kind -> kind.words().stream().anyMatch(cause::contains)).map(kind -> kind.kind().code()).findFirst();
    }

    private record Known(long id, byte[] hash) {
    }

    private Optional<Known> known(Partner partner, String number) {
        return jdbc.sql("select id, content_hash from referral.lawsuit where system = :system and case_no = :number")
                .param("system", partner.system().name()).param("number", number)
                .query((row, at) -> new Known(row.getLong(1), row.getBytes(2))).optional();
    }

    private Optional<Long> keep(Partner partner, LawsuitDraft one, String number, String cause, Instant now) {
        List<LawsuitParty> parties = one.parties() == null ? List.of() : one.parties();
        List<byte[]> marks = marks(parties);
        Assessed assessed = assessment.of(new LawsuitFacts(one.people(), one.amount(), 1 + before(marks, now)));
        long id = ids.next();
        return jdbc.sql("""
                insert into referral.lawsuit (id, system, case_no, cause, filed_on, area_code, stage, amount, people, parties, marks, points,
                    reasons, rules, content_hash, received_at, received_by, visible_to)
                values (:id, :system, :number, :cause, :filedOn, :area, :stage, :amount, :people, :parties, :marks, :points,
                    :reasons, :rules, :hash, :at, :by, :visibleTo)
                on conflict do nothing
                returning id
                """).param("id", id).param("system", partner.system().name()).param("number", number).param("cause", cause)
                .param("filedOn", one.filedOn()).param("area", Texts.bare(one.areaCode())).param("stage", Texts.bare(one.stage()))
                .param("amount", one.amount()).param("people", one.people())
                .param("parties", parties.stream().map(CourtLawsuits::masked).toArray(String[]::new)).param("marks", marks.toArray(byte[][]::new))
                .param("points", assessed.points()).param("reasons", assessed.reasons().toArray(String[]::new)).param("rules", assessed.rules())
                .param("hash", hash(one)).param("at", Times.utc(now)).param("by", ReferralStore.number(Actors.current()))
                .param("visibleTo", partner.keys()).query(Long.class).optional();
    }

    private static String masked(LawsuitParty party) {
        return Masking.name(party.kind() == null ? PartyKind.PERSON : party.kind(), String.valueOf(Texts.bare(party.name())));
    }

    /** Of a person by the court's mark alone, since many people have one masked name; of a body also by its name. */
    private List<byte[]> marks(List<LawsuitParty> parties) {
        Set<String> texts = new LinkedHashSet<>();
        for (LawsuitParty party : parties) {
            String mark = Texts.bare(party.mark());
            if (mark != null) {
                texts.add("mark:" + mark);
            } else if (party.kind() == PartyKind.BODY) {
                texts.add("body:" + Texts.bare(party.name()));
            }
        }
        return texts.stream().map(content::mark).toList();
    }

    /** The most lawsuits that one of these parties had within the days the rules name. */
    private int before(List<byte[]> marks, Instant now) {
        return marks.isEmpty() ? 0 : jdbc.sql("""
                select coalesce(max(c.rows), 0)
                  from (select mark, count(*) as rows
                          from referral.lawsuit l cross join unnest(l.marks) as mark
                         where l.marks && :marks and mark = any (:marks) and l.received_at > :since
                         group by mark) c
                """).param("marks", marks.toArray(byte[][]::new)).param("since", Times.utc(now.minusSeconds(86_400L * rules.lawsuitDays())))
                .query(Integer.class).single();
    }

    @Override
    @Transactional
    public void count(PartnerSystem system, @Nullable LocalDate filedOn, @Nullable String kind, @Nullable Integer count) {
        requireCourt(system);
        LocalDate today = Times.dateOf(clock.instant());
        new Problem.Fields()
                .reject(filedOn == null, "filedOn", "REQUIRED")
                .reject(filedOn != null && filedOn.isAfter(today), "filedOn", "FUTURE")
                .reject(rules.counts().stream().noneMatch(one -> one.kind().code().equals(kind)), "kind", kind == null ? "REQUIRED" : "UNKNOWN")
                .reject(count == null, "count", "REQUIRED")
                .reject(count != null && count < 0, "count", "RANGE")
                .done();
        Partner partner = partners.writing(system);
        jdbc.sql("""
                insert into referral.lawsuit_count as c (system, filed_on, kind, count, received_at, visible_to)
                values (:system, :filedOn, :kind, :count, :at, :visibleTo)
                on conflict (system, filed_on, kind) do update set count = excluded.count, received_at = excluded.received_at
                """).param("system", system.name()).param("filedOn", filedOn).param("kind", kind).param("count", count)
                .param("at", Times.utc(clock.instant())).param("visibleTo", partner.keys()).update();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<LawsuitRow> list(boolean weighty, @Nullable String cursor, int limit) {
        List<String> from = cursor == null ? List.of(String.valueOf(Integer.MAX_VALUE), String.valueOf(Long.MAX_VALUE)) : Cursor.decode(cursor, 2);
        List<LawsuitRow> rows = jdbc.sql("""
                select id, case_no, cause, filed_on, area_code, stage, amount, people, parties, points, reasons, received_at
                  from referral.lawsuit
                """ + (weighty ? " where (points, id) < (:points, :id) order by points desc, id desc"
                : " where :points >= 0 and id < :id order by id desc") + " limit :rows")
                .param("points", number(from.get(0))).param("id", number(from.get(1))).param("rows", limit + 1)
                .query((row, at) -> new LawsuitRow(row.getLong("id"), row.getString("case_no"), row.getString("cause"),
                        row.getObject("filed_on", LocalDate.class), row.getString("area_code"), row.getString("stage"), row.getBigDecimal("amount"),
                        row.getObject("people", Integer.class), List.of((String[]) row.getArray("parties").getArray()), row.getInt("points"),
                        List.of((String[]) row.getArray("reasons").getArray()), row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.points(), row.id()), null);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
