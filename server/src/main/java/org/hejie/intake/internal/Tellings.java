package org.hejie.intake.internal;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionFile.ToldPerson;
import org.hejie.intake.SubmissionFile.Told;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.SafetyFact;
import org.hejie.party.Masking;
import org.hejie.party.NewParty;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a submission and a matter say in the same words, people masked. */
@Component
class Tellings {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Drafts drafts;

    Tellings(Drafts drafts) {
        this.drafts = drafts;
    }

    Told of(Submission given) {
        return new Told(given.title(), given.facts(), given.category(), given.place(), given.areaCode(),
                given.reportedAt() == null ? null : given.reportedAt().toInstant(), given.occurredOn(), given.amount(),
                given.people(), drafts.people(given).stream().map(Tellings::person).toList(),
                given.safety() == null ? List.of() : List.copyOf(given.safety()));
    }

    Told of(MatterDetail matter) {
        MatterDetail.Named area = matter.place().area();
        return new Told(matter.title(), matter.facts(), matter.category().code(), matter.place().text(),
                area == null ? null : area.code(), matter.reportedAt(), matter.occurredOn(), matter.amount(), matter.people(),
                matter.parties().stream().map(Tellings::person).toList(), matter.safety());
    }

    /** As a paper of the matter: in Chinese, as all papers of a dossier are. */
    String paper(Submission given, @Nullable String outsideNo) {
        Told told = of(given);
        var paper = new StringJoiner("\n", "同一来源编号的补充来件\n\n", "\n");
        line(paper, "来源编号", outsideNo);
        line(paper, "反映时间", given.reportedAt() == null ? null : MINUTE.format(local(given)));
        line(paper, "标题", told.title());
        line(paper, "地点", told.place());
        line(paper, "发生日期", told.occurredOn());
        line(paper, "涉及金额(元)", told.amount() == null ? null : told.amount().toPlainString());
        line(paper, "涉及人数", told.people());
        told.parties().forEach(one -> line(paper, "人员", one.name() + (one.phone() == null ? "" : " " + one.phone())));
        line(paper, "安全情形", told.safety().isEmpty() ? null
                : told.safety().stream().map(SafetyFact::zh).collect(Collectors.joining("、")));
        line(paper, "内容", told.facts());
        return paper.toString();
    }

    private static void line(StringJoiner paper, String label, @Nullable Object value) {
        if (value != null) {
            paper.add(label + "：" + value);
        }
    }

    private static LocalDateTime local(Submission given) {
        return given.reportedAt().atZoneSameInstant(Times.ZONE).toLocalDateTime();
    }

    private static ToldPerson person(Participant one) {
        NewParty party = one.party();
        return new ToldPerson(one.role().name(), party.kind().name(), party.name().masked(party.kind()),
                party.document() == null ? null : party.document().masked(),
                party.phone() == null ? null : party.phone().masked(),
                party.address() == null ? null : Masking.address(party.address()));
    }

    private static ToldPerson person(MatterDetail.Person one) {
        return new ToldPerson(one.role(), one.kind(), one.name(), one.documentNumber(), one.phone(), one.address());
    }
}
