package org.hejie.intake.internal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.intake.PastSubmissions;
import org.hejie.intake.ResidentReport;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionId;
import org.hejie.intake.Submissions.Channel;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.org.Units;
import org.hejie.party.NewParty;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.CopiedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows that {@link TakenSubmissions} would have written, all of a batch at once. */
@Service
class KeptPastSubmissions implements PastSubmissions {

    private final SubmissionContent content;
    private final CopiedRows copied;
    private final Units units;
    private final Ids ids;
    private final JsonMapper json;

    KeptPastSubmissions(SubmissionContent content, CopiedRows copied, Units units, Ids ids, JsonMapper json) {
        this.content = content;
        this.copied = copied;
        this.units = units;
        this.ids = ids;
        this.json = json;
    }

    @Override
    @Transactional
    public void keep(List<PastSubmission> batch) {
        copied.insert("intake.submission", batch.stream().map(this::row).toList());
    }

    private Map<String, @Nullable Object> row(PastSubmission one) {
        var id = new SubmissionId(ids.next());
        boolean resident = one.channel() == Channel.RESIDENT;
        ResidentReport report = report(one.said());
        Submission submission = resident ? CountyResidentDesk.submission(report) : submission(one);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id.value());
        row.put("line", one.said().line().digit());
        row.put("outside_no", submission.outsideNo());
        row.put("content", bytes(content.seal(id, json.writeValueAsString(resident ? report : submission))));
        row.put("content_hash", bytes(content.hash(submission)));
        row.put("channel", one.channel().name());
        row.put("received_by", one.receivedBy().id());
        row.put("received_at", one.receivedAt());
        row.put("state", "REGISTERED");
        row.put("matter_id", one.became().id().value());
        row.put("matter_code", one.became().code().value());
        row.put("visible_to", keys(one));
        return row;
    }

    private Set<Long> keys(PastSubmission one) {
        Set<Long> keys = new TreeSet<>(one.receivedBy().scopeKeys());
        keys.add(units.county().id().value());
        units.ofLine(one.said().line().digit()).ifPresent(unit -> keys.add(unit.id().value()));
        return keys;
    }

    private static Submission submission(PastSubmission one) {
        RegisterMatter said = one.said();
        return new Submission(said.outsideNo(), one.receivedAt().atZone(Times.ZONE).toOffsetDateTime(), said.category(), said.title(),
                said.facts(), said.place().text(), said.place().area(), said.place().grid(), said.place().lon(), said.place().lat(),
                said.occurredOn(), said.amount(), said.people(), said.parties().stream().map(KeptPastSubmissions::party).toList());
    }

    private static SubmittedParty party(Participant participant) {
        NewParty party = participant.party();
        return new SubmittedParty(participant.role(), party.kind(), party.name().text(),
                party.document() == null ? null : party.document().kind(), party.document() == null ? null : party.document().number(),
                phone(party), party.address());
    }

    private static ResidentReport report(RegisterMatter said) {
        NewParty reporter = said.parties().isEmpty() ? null : said.parties().getFirst().party();
        return new ResidentReport(said.title(), said.facts(), said.category(),
                new ResidentReport.Place(said.place().text(), said.place().area(), said.place().lon(), said.place().lat()),
                reporter == null ? null : reporter.name().text(), reporter == null ? null : phone(reporter));
    }

    private static @Nullable String phone(NewParty party) {
        return party.phone() == null ? null : party.phone().typed();
    }

    private static String bytes(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
