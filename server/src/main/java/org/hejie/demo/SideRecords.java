package org.hejie.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hejie.followup.NewVisit;
import org.hejie.followup.PastVisits;
import org.hejie.followup.PastVisits.PastVisit;
import org.hejie.followup.PastVisits.Visited;
import org.hejie.followup.VisitMode;
import org.hejie.intake.PastSubmissions;
import org.hejie.intake.PastSubmissions.PastSubmission;
import org.hejie.intake.Submissions.Channel;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.PastMatters.PastAct;
import org.hejie.matter.PastMatters.PastMatter;
import org.hejie.matter.PastMatters.Written;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what stands beside the matters: what their lines sent, and the visits. */
@Component
class SideRecords {

    private final PastSubmissions submissions;
    private final PastVisits visits;
    private final Categories categories;
    private final DemoProperties properties;

    SideRecords(PastSubmissions submissions, PastVisits visits, Categories categories, DemoProperties properties) {
        this.submissions = submissions;
        this.visits = visits;
        this.categories = categories;
        this.properties = properties;
    }

    /** Of matters just written, in the same order and transaction. */
    void keep(List<PastMatter> told, List<Written> written) {
        List<PastSubmission> sent = new ArrayList<>();
        List<Visited> visited = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            PastMatter past = told.get(i);
            Written matter = written.get(i);
            channel(past.registration().line()).ifPresent(channel -> sent.add(new PastSubmission(channel, past.registration(),
                    matter.registered(), past.registeredBy(), past.registeredAt())));
            visited.add(new Visited(matter, visits(past, Dice.of(properties.seed(), matter.registered().code().value().hashCode()))));
        }
        submissions.keep(sent);
        visits.keep(visited);
    }

    /** Grid workers and windows register the matter itself; the others send, and what they sent is kept. */
    private static Optional<Channel> channel(SourceLine line) {
        return switch (line) {
            case COURT, POLICE, PETITION, HOTLINE, SUPERIOR -> Optional.of(Channel.API);
            case CITIZEN -> Optional.of(Channel.RESIDENT);
            case GRID, WINDOW -> Optional.empty();
        };
    }

    private List<PastVisit> visits(PastMatter past, Dice dice) {
        boolean delicate = categories.find(new CategoryCode(past.registration().category())).orElseThrow().neverMediate();
        @Nullable ResultKind result = null;
        List<PastVisit> made = new ArrayList<>(2);
        for (PastAct act : past.acts()) {
            if (act.act() instanceof Act.SubmitResult submitted) {
                result = submitted.kind();
            } else if (act.act() instanceof Act.Visit visit) {
                boolean agreed = result == ResultKind.AGREEMENT_ORAL || result == ResultKind.AGREEMENT_WRITTEN;
                made.add(new PastVisit(new NewVisit(Times.dateOf(act.at()), mode(delicate || agreed, dice), agreed ? !visit.relapse() : null,
                        satisfaction(visit.relapse(), dice), visit.relapse(), visit.opinion()), act.by().staffId().orElse(null)));
            }
        }
        return made;
    }

    /** Face to face where the rules ask for it, otherwise mostly by phone. */
    private static VisitMode mode(boolean inPerson, Dice dice) {
        double drawn = dice.fraction();
        return inPerson || drawn < 0.2 ? VisitMode.FACE_TO_FACE : drawn < 0.9 ? VisitMode.PHONE : VisitMode.SMS;
    }

    private static Evaluation satisfaction(boolean relapse, Dice dice) {
        return relapse ? Evaluation.DISSATISFIED : dice.chance(0.14) ? Evaluation.FAIRLY : Evaluation.SATISFIED;
    }
}
