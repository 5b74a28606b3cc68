package org.hejie.mediation.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hejie.dossier.PaperFacts;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.State;
import org.hejie.mediation.internal.AgreementReader.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the latest mediation of a matter knows for its papers. What was said back to back goes into none of them.
 * Source: domain.md §2.3 (fields of the papers).
 */
@Component
class MediationPapers implements PaperFacts {

    private static final Set<String> PAPERS = Set.of("acceptance-form", "rights-notice", "mediation-record", "agreement",
            "oral-agreement-form", "visit-record", "closing-report", "confirmation-application");

    private final CaseStore cases;
    private final CaseReader reader;
    private final SittingStore sittings;
    private final AgreementReader agreements;

    MediationPapers(CaseStore cases, CaseReader reader, SittingStore sittings, AgreementReader agreements) {
        this.cases = cases;
        this.reader = reader;
        this.sittings = sittings;
        this.agreements = agreements;
    }

    @Override
    public Known of(MatterId matter, String paper, @Nullable Long about) {
        if (!PAPERS.contains(paper)) {
            return Known.NOTHING;
        }
        return reader.of(matter).stream().findFirst().flatMap(cases::read).flatMap(one -> reader.view(one, false))
                .map(one -> of(one, paper, about)).orElse(Known.NOTHING);
    }

    private Known of(MediationCase one, String paper, @Nullable Long about) {
        return switch (paper) {
            case "acceptance-form" -> texts(Map.of("source", origin(one.origin())));
            case "rights-notice" -> texts(Map.of("mediator", Objects.requireNonNullElse(one.mediator(), "")));
            case "mediation-record" -> record(one, about);
            case "closing-report" -> texts(Map.of("summary", PaperWords.course(one, agreement(one).orElse(null))));
            case "visit-record" -> agreement(one).map(row -> texts(Map.of("agreementNo", row.number(), "visitReason", "调解协议履行情况",
                    "performed", PaperWords.performance(agreements.owed(row.id()))))).orElse(Known.NOTHING);
            default -> agreement(one).map(row -> agreement(one, row, paper)).orElse(Known.NOTHING);
        };
    }

    private static Known texts(Map<String, String> texts) {
        return new Known(texts, Map.of());
    }

    private static Optional<AgreementRow> agreement(MediationCase one) {
        return one.agreements().stream().filter(row -> row.state() != AgreementRow.State.VOID).findFirst();
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case APPLIED -> "当事人申请";
            case OFFERED -> "主动调解";
            case COURT -> "人民法院委派";
            case POLICE -> "公安机关移送";
            case PETITION -> "信访部门移送";
            case PROSECUTION -> "人民检察院移送";
        };
    }

    private Known record(MediationCase one, @Nullable Long about) {
        Predicate<MediationSessionRow> asked = about == null ? session -> session.state() == State.HELD : session -> session.id() == about;
        return one.sessions().stream().filter(session -> session.kind() != Kind.PRIVATE).filter(asked)
                .reduce((first, later) -> later)
                .map(session -> texts(PaperWords.record(session, sittings.minutes(session.id()), sittings.invitations(session.id()))))
                .orElseGet(() -> texts(Map.of("mediator", Objects.requireNonNullElse(one.mediator(), ""))));
    }

    private Known agreement(MediationCase one, AgreementRow row, String paper) {
        Kept kept = agreements.kept(row.id()).orElseThrow();
        var owed = agreements.owed(row.id());
        String mediator = Objects.requireNonNullElse(one.mediator(), "");
        if ("confirmation-application".equals(paper)) {
            return texts(Map.of("agreementNo", row.number(), "agreedOn", PaperWords.day(kept.effectiveOn()),
                    "terms", kept.terms() + "\n" + PaperWords.sentences(owed), "delivery", PaperWords.delivery(one.parties()),
                    "court", agreements.confirmation(row.id()).map(asked -> asked.court()).orElse("")));
        }
        boolean oral = "oral-agreement-form".equals(paper);
        return new Known(Map.of("agreementNo", row.number(), "facts", kept.facts(), "terms", kept.terms(), "mediator", mediator,
                "performance", oral ? PaperWords.sentences(owed) : PaperWords.methods(owed),
                "copies", Integer.toString(one.parties().size() + 1)),
                oral ? Map.of() : Map.of("obligations", PaperWords.rows(owed)));
    }
}
