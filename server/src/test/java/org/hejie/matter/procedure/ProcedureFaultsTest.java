package org.hejie.matter.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Puts one fault at a time into the good dispute file; each must be found, with its place. */
class ProcedureFaultsTest {

    private static final ProcedureText GOOD = ProcedureTexts.shipped("dispute");

    /** @param path where the finding must point, from its beginning */
    private record Fault(String name, String good, String bad, String path, String message) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault fault(String name, String good, String bad, String path, String message) {
        return new Fault(name, good, bad, path, message);
    }

    static Stream<Fault> statuses() {
        return Stream.of(
                fault("status never reached", "to: GUIDED, by", "to: REJECTED, by",
                        "statuses", "GUIDED is never reached"),
                fault("trap", "to: WITHDRAWN, by: [RESIDENT", "to: ADJUDICATION, by: [RESIDENT",
                        "statuses", "WITHDRAWN is never reached"),
                fault("trap without a way out", "ends: [ARCHIVED, REJECTED, GUIDED, TRANSFERRED_OUT, WITHDRAWN]",
                        "ends: [ARCHIVED, REJECTED, GUIDED, TRANSFERRED_OUT]",
                        "statuses", "WITHDRAWN is a trap"),
                fault("unknown status", "  - SUSPENDED", "  - SUSPENDET",
                        "statuses", "“SUSPENDET” is no MatterStatus"),
                fault("undeclared status", "  - SUSPENDED\n", "",
                        "moves[15].to", "SUSPENDED is not among the statuses"),
                fault("end that is left", "from: [CLOSED, REVISIT], to: REVISIT", "from: [ARCHIVED, CLOSED, REVISIT], to: REVISIT",
                        "moves[21]", "leaves an end without reopening"));
    }

    static Stream<Fault> clocks() {
        return Stream.of(
                fault("clock left running at an end", "stops: [check, handle, deleg", "stops: [handle, deleg",
                        "moves[17].starts", "clock “check” still runs at the end of RESULT_SUBMITTED → CLOSED"),
                fault("clock of the entry left running", "papers: [decline-notice], stops: ALL", "papers: [decline-notice], stops: [dispatch]",
                        "entry.starts", "clock “accept” still runs at the end of REGISTERED → REJECTED"),
                fault("clock never started", "starts: [visit],", "starts: [check],",
                        "clocks.visit", "is never started"),
                fault("clock stopped where it cannot run", "extends: [handle,", "stops: [visit], extends: [handle,",
                        "moves[14]", "clock “visit” cannot be running there"),
                fault("pause without an end", "pauses: [handle], basis", "pauses: [contact], basis",
                        "moves[15].pauses", "clock “contact” is paused and never resumed"),
                fault("unknown clock", "stops: [visit], starts", "stops: [revisit], starts",
                        "moves[26].stops", "“revisit” is not defined under “clocks”"),
                fault("unreadable limit", "limit: 0.5wd", "limit: half a day",
                        "clocks.dispatch.limits.ordinary.limit", "“half a day” is no limit"),
                fault("limit without a basis", "{limit: 0.5wd, basis: limits}", "{limit: 0.5wd}",
                        "clocks.dispatch.limits.ordinary", "“basis” is missing"),
                fault("default that is no limit", "default: county-general", "default: county",
                        "clocks.handle.default", "“county” is not one of the limits"),
                fault("extension without a rule", "extends: [handle,", "extends: [check, handle,",
                        "moves[14].extends", "clock “check” has no extension rule"),
                fault("rule without an extension", "extends: [handle, ", "extends: [",
                        "clocks.handle.extension", "no move extends this clock"),
                fault("window counted from no move", "since: [EVALUATE]", "since: [EVALUATE, WITHDRAW, VISIT, ACCEPT, RESUME, CHECK_FAIL, DECLAIM]",
                        "windows.amendment.since", "“DECLAIM” is no MatterAction"));
    }

    static Stream<Fault> people() {
        return Stream.of(
                fault("role no post holds", "by: [CENTER_DIRECTOR]", "by: [MAYOR]",
                        "moves[7].by", "no post may hold the role “MAYOR”"),
                fault("move nobody may make", "by: [CENTER_DIRECTOR]", "by: []",
                        "moves[7].by", "“by” needs at least one entry"),
                fault("unknown group", "by: [leaders]", "by: [chiefs]",
                        "moves[14].by", "“chiefs” is not defined under “groups”"),
                fault("check by the handler", "conditions: [CHECKER_NOT_HANDLER], ", "",
                        "moves[19]", "CHECK_PASS needs the condition CHECKER_NOT_HANDLER"),
                fault("approval by the applicant", "[APPROVER_NOT_APPLICANT, SECOND", "[SECOND",
                        "moves[14]", "DECIDE_EXTENSION needs the condition APPROVER_NOT_APPLICANT"),
                fault("endless returns", "FEWER_THAN_TWO_RETURNS, ", "",
                        "moves[12]", "RETURN needs the condition FEWER_THAN_TWO_RETURNS"),
                fault("second return to the dispatcher", "instead: {when: SECOND_RETURN, to: ADJUDICATION}, ", "",
                        "moves[12]", "a second return must lead to ADJUDICATION"));
    }

    static Stream<Fault> names() {
        return Stream.of(
                fault("unknown action", "action: ACCEPT,", "action: ACEPT,",
                        "moves[0].action", "“ACEPT” is no MatterAction"),
                fault("unknown condition", "[VISITED,", "[VISTED,",
                        "moves[27].conditions", "“VISTED” is no Condition"),
                fault("unknown window", "within: return,", "within: returning,",
                        "moves[12].within", "“returning” is not defined under “windows”"),
                fault("unknown reason", "reasons: [PLACE,", "reasons: [PALACE,",
                        "moves[12].reasons", "“PALACE” is not defined under “reasons”"),
                fault("unknown paper", "papers: [suspension-evidence]", "papers: [evidence]",
                        "moves[15].papers", "“evidence” is not defined under “papers”"),
                fault("unknown line", "lines: [COURT]", "lines: [CURT]",
                        "clocks.delegated-mediation.lines", "“CURT” is no SourceLine"),
                fault("unknown basis", "{limit: 0.5wd, basis: limits}", "{limit: 0.5wd, basis: hearsay}",
                        "clocks.dispatch.limits.ordinary.basis", "“hearsay” is not defined under “bases”"),
                fault("unknown key", "SYSTEM], reasons: [LEVEL_LIMIT", "SYSTEM], colour: red, reasons: [LEVEL_LIMIT",
                        "moves[9].colour", "“colour” is not known here"),
                fault("missing key", "    kind: STATUTORY\n    lines: [COURT]", "    lines: [COURT]",
                        "clocks.delegated-mediation", "“kind” is missing"),
                fault("key written twice", "to: ACCEPTED, by", "to: ACCEPTED, to: TRIAGED, by",
                        "moves[0].to", "written twice"),
                fault("move written twice", "from: [ACCEPTED, TRIAGED, REOPENED], to: ASSIGNED",
                        "from: [REGISTERED, ACCEPTED, TRIAGED, REOPENED], to: ASSIGNED",
                        "moves[6]", "DISPATCH from REGISTERED is written twice"),
                fault("implied move that is none", "implies: SIGN", "implies: RESUME",
                        "moves[17]", "implies RESUME, which is no move from ASSIGNED"),
                fault("definition nobody uses", "reasons: [APPRAISAL, ", "reasons: [",
                        "reasons.APPRAISAL", "defined but never used"),
                fault("words in one language", "{zh: 受理单, en: Receipt slip,", "{zh: 受理单,",
                        "papers.receipt-slip", "“en” is missing"),
                fault("no YAML", "id: dispute", "id: [dispute", "", "not YAML"));
    }

    @ParameterizedTest
    @MethodSource({"statuses", "clocks", "people", "names"})
    void faultIsFoundAtItsPlace(Fault fault) {
        assertThat(GOOD.yaml()).contains(fault.good());
        var text = new ProcedureText(GOOD.file(), GOOD.yaml().replaceFirst(
                Pattern.quote(fault.good()), Matcher.quoteReplacement(fault.bad())));

        var refused = catchThrowableOfType(
                InvalidProcedure.class, () -> ProcedureReader.read(text, HeldRoles.NAMES));

        assertThat(refused).as("the fault is refused").isNotNull();
        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.path()).startsWith(fault.path());
            assertThat(finding.message()).contains(fault.message());
            assertThat(finding.zh()).containsPattern("\\p{IsHan}").isNotEqualTo(finding.message());
        });
    }

    @Test
    void findingNamesFileAndLine() {
        var lines = GOOD.yaml().lines().toList();
        var text = new ProcedureText("dispute.yaml", GOOD.yaml().replace("limit: 0.5wd", "limit: soon"));
        var line = lines.indexOf(lines.stream().filter(row -> row.contains("0.5wd")).findFirst().orElseThrow()) + 1;

        var refused = catchThrowableOfType(
                InvalidProcedure.class, () -> ProcedureReader.read(text, HeldRoles.NAMES));

        assertThat(refused).hasMessageStartingWith("dispute.yaml:" + line + " clocks.dispatch.limits.ordinary.limit: ");
    }
}
