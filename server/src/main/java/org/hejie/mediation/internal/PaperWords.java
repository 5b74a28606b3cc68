package org.hejie.mediation.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.dossier.PartyMark;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.Obligation;
import org.hejie.mediation.Obligation.Status;
import org.hejie.mediation.internal.SittingStore.Invitation;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/** The words of a mediation as its papers print them, in Chinese. Parties stand in them as {@link PartyMark}s. */
final class PaperWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Times.ZONE);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm").withZone(Times.ZONE);

    private PaperWords() {
    }

    static String day(@Nullable LocalDate on) {
        return on == null ? "" : DAY.format(on);
    }

    private static String day(Instant at) {
        return DAY.format(Times.dateOf(at));
    }

    static Map<String, String> record(MediationSessionRow session, List<MinutesLine> minutes, List<Invitation> invited) {
        return Map.of("heldAt", MINUTE.format(session.startsAt()) + " 至 " + CLOCK.format(session.endsAt()),
                "heldIn", Objects.requireNonNullElse(session.room() == null ? session.place() : session.room(), ""),
                "mediator", Objects.requireNonNullElse(session.mediator(), ""),
                "attendees", presence(invited),
                "minutes", minutes.stream().map(PaperWords::line).collect(Collectors.joining("\n")),
                "outcome", session.result() == null ? "" : outcome(session.result()));
    }

    private static String line(MinutesLine line) {
        return switch (line.speaker()) {
            case MEDIATOR -> "问：" + line.text();
            case PARTY -> "答（" + PartyMark.name(line.partyId() == null ? 0 : line.partyId()) + "）：" + line.text();
            case OTHER -> "在场人：" + line.text();
        };
    }

    private static String presence(List<Invitation> invited) {
        List<String> missing = invited.stream().filter(one -> Boolean.FALSE.equals(one.came())).map(one -> PartyMark.name(one.party())).toList();
        return missing.isEmpty() ? "" : "未到场：" + String.join("、", missing);
    }

    private static String outcome(Result result) {
        return switch (result) {
            case AGREED -> "成功，达成一致";
            case ADJOURNED -> "有待继续调解";
            case NOT_AGREED -> "不成，未达成一致";
        };
    }

    /** Rows of the table of obligations. */
    static List<Map<String, String>> rows(List<Obligation> owed) {
        return owed.stream().map(one -> Map.of("obligor", PartyMark.name(one.obligor()), "obligee", PartyMark.name(one.obligee()),
                "act", act(one), "amount", one.amount() == null ? "" : one.amount().toPlainString(), "dueOn", DAY.format(one.dueOn()))).toList();
    }

    private static String act(Obligation one) {
        return switch (one.kind()) {
            case PAY -> "给付金钱";
            case ACT -> "作为";
            case REFRAIN -> "不作为";
            case DELIVER -> "交付";
        };
    }

    static String methods(List<Obligation> owed) {
        return numbered(owed, one -> one.method() + "，最迟于" + DAY.format(one.dueOn()) + "履行。");
    }

    static String sentences(List<Obligation> owed) {
        return numbered(owed, one -> PartyMark.name(one.obligor()) + "最迟于" + DAY.format(one.dueOn()) + "向"
                + PartyMark.name(one.obligee()) + "履行：" + act(one) + (one.amount() == null ? "" : one.amount().toPlainString() + "元")
                + "，" + one.method() + "。");
    }

    private static String numbered(List<Obligation> owed, Function<Obligation, String> words) {
        return owed.stream().map(one -> one.position() + ". " + words.apply(one)).collect(Collectors.joining("\n"));
    }

    static String performance(List<Obligation> owed) {
        return "调解协议约定义务" + owed.size() + "项：已履行" + count(owed, Status.PERFORMED) + "项，待履行" + count(owed, Status.DUE)
                + "项，逾期未履行" + count(owed, Status.DEFAULTED) + "项。";
    }

    private static long count(List<Obligation> owed, Status status) {
        return owed.stream().filter(one -> one.status() == status).count();
    }

    /** Where each party can be served. */
    static String delivery(List<CaseParty> parties) {
        return parties.stream().map(party -> PartyMark.name(party.id()) + "：" + PartyMark.address(party.id()) + "，电话"
                + PartyMark.phone(party.id())).distinct().collect(Collectors.joining("；"));
    }

    /** The way of a mediation in a few sentences. */
    static String course(MediationCase one, @Nullable AgreementRow agreement) {
        List<String> told = new ArrayList<>();
        told.add(day(one.openedAt()) + "由" + one.committee().name() + "开始调解"
                + (one.mediator() == null ? "" : "，人民调解员" + one.mediator()) + "。");
        long held = one.sessions().stream().filter(session -> session.state() == MediationSessionRow.State.HELD).count();
        told.add("共调解" + held + "次。");
        if (agreement != null && agreement.signedOn() != null) {
            told.add(DAY.format(agreement.signedOn()) + (agreement.form() == AgreementRow.Form.ORAL ? "达成口头协议" : "签订调解协议") + "，编号"
                    + agreement.number() + "，约定义务" + agreement.obligations() + "项，已履行" + agreement.performed() + "项。");
        }
        switch (one.state()) {
            case OPEN, AGREED -> { }
            case FAILED -> told.add("调解不成，已告知其他解决途径。");
            case STOPPED -> told.add("调解终止。");
            case WITHDRAWN -> told.add("调解撤回。");
        }
        return String.join("", told);
    }
}
