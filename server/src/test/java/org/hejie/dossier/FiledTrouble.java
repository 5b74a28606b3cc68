package org.hejie.dossier;

import java.util.List;
import org.hejie.document.Documents;
import org.hejie.document.NewFile;
import org.hejie.matter.Act;
import org.hejie.matter.Act.Attachment;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.ResultKind;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.testing.County;

/** A quarrel of two neighbours, brought to its end for tests of its papers. */
final class FiledTrouble {

    final MatterId matter;
    final Actor dispatcher;
    final Actor clerk;
    private final Matters matters;
    private final Documents documents;
    private final UnitId housing;

    FiledTrouble(Matters matters, Documents documents, County county, long staff) {
        this.matters = matters;
        this.documents = documents;
        this.dispatcher = county.dispatcher(staff);
        this.housing = county.unit("housing").id();
        this.clerk = county.clerkOf(staff + 1, county.unit("housing"));
        this.matter = new Troubles(matters, county).told("楼上夜间施工", "楼上住户连续三天夜间装修，影响休息。",
                new Participant(PartyRole.APPLICANT, neighbour("冉小雪", "13812345678")),
                new Participant(PartyRole.RESPONDENT, neighbour("欧阳霖", "13987654321")));
        act(dispatcher, new Act.Accept(null));
        act(dispatcher, new Act.Dispatch(housing, List.of(), null, "county-simple", null));
    }

    private static NewParty neighbour(String name, String phone) {
        return NewParty.person(name).with(new PhoneNumber(phone)).livingAt("甘肃省兰州市榆中县和平镇某某村一社3号");
    }

    FiledTrouble closed(ResultKind result, Attachment... papers) {
        act(clerk, new Act.SubmitResult(result, true, null, "已上门协调，双方同意晚八点后不施工。", List.of(papers)));
        act(dispatcher, new Act.Check(true, null));
        return this;
    }

    /** Brought by the clerk. */
    Attachment paper(String code, String name, byte[] content) {
        return Actors.as(clerk, () -> new Attachment(
                documents.store(new NewFile(name, content, code), new long[] {housing.value()}).value(), code));
    }

    void add(Attachment paper) {
        act(clerk, new Act.AddMaterial(List.of(paper), null));
    }

    void act(Actor by, Act act) {
        Actors.run(by, () -> matters.act(matter, matters.standing(matter).orElseThrow().version(), act));
    }

    List<String> history() {
        return Actors.as(dispatcher, () -> matters.detail(matter)).orElseThrow().timeline().stream().map(MatterDetail.Entry::action).toList();
    }
}
