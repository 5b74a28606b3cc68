package org.hejie.dossier.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.FileType;
import org.hejie.document.StoredFile;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.Dossiers.State;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.dossier.Papers.Scan;
import org.hejie.dossier.internal.VolumeRows.BoundFile;
import org.hejie.dossier.paper.PaperFiller;
import org.hejie.dossier.paper.PaperSheet;
import org.hejie.dossier.paper.ShippedPapers;
import org.hejie.dossier.pdf.DossierCover;
import org.hejie.dossier.pdf.DossierCover.Row;
import org.hejie.dossier.pdf.DossierPart;
import org.hejie.matter.MatterDetail;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gets together what is bound: the files of the slots and the papers the system prints, with everybody's full name. */
@Component
class DossierParts {

    private final ShippedPapers papers;
    private final TemplateStore templates;
    private final MatterFacts facts;
    private final People people;
    private final Documents documents;
    private final Clock clock;

    DossierParts(ShippedPapers papers, TemplateStore templates, MatterFacts facts, People people, Documents documents, Clock clock) {
        this.papers = papers;
        this.templates = templates;
        this.facts = facts;
        this.people = people;
        this.documents = documents;
        this.clock = clock;
    }

    /** Parts in the order bound, and for each which file it is. */
    record Laid(List<DossierPart> parts, List<BoundFile> files) {
    }

    Laid of(MatterDetail matter, List<Slot> slots) {
        return of(matter, slots, Map.of());
    }

    /** @param typed by field, what is printed in the papers the system makes */
    Laid of(MatterDetail matter, List<Slot> slots, Map<String, String> typed) {
        Map<Long, StoredFile> stored = documents.of(matter.id()).stream()
                .collect(Collectors.toMap(file -> file.id().value(), file -> file));
        ShownPeople parties = slots.stream().anyMatch(slot -> slot.state() == State.MADE)
                ? people.full(matter.parties()) : people.masked(matter.parties());
        var parts = new ArrayList<DossierPart>();
        var files = new ArrayList<BoundFile>();
        for (Slot slot : slots) {
            if (slot.state() == State.MADE) {
                parts.add(made(matter, slot, parties, typed));
                files.add(new BoundFile(slot.code(), null));
            }
            for (Scan scan : slot.files()) {
                parts.add(brought(slot, stored.get(scan.id())));
                files.add(new BoundFile(slot.code(), scan.id()));
            }
        }
        return new Laid(parts, files);
    }

    private DossierPart made(MatterDetail matter, Slot slot, ShownPeople parties, Map<String, String> typed) {
        PaperSheet sheet = papers.find(slot.code()).orElseThrow();
        Known told = facts.of(matter, slot.code(), null);
        Map<String, String> texts = new HashMap<>(told.texts());
        texts.putAll(typed);
        Known known = parties.in(new Known(texts, told.tables()));
        return new DossierPart(slot.name().zh(), "", FileType.DOCX, Times.dateOf(clock.instant()), "",
                () -> PaperFiller.fill(sheet, templates.template(slot.code()), known, ""));
    }

    private DossierPart brought(Slot slot, StoredFile file) {
        LocalDate on = Times.dateOf(file.uploadedAt());
        FileId id = file.id();
        return new DossierPart(slot.name().zh(), file.name(), file.type(), on, file.sm3(), () -> documents.content(id).bytes());
    }

    DossierCover cover(MatterDetail matter, String retention, @Nullable String note, String filer) {
        String today = MatterFacts.day(Times.dateOf(clock.instant()));
        List<Row> rows = about(matter);
        rows.add(new Row("保管期限", retention));
        rows.add(new Row("立卷人", filer));
        rows.add(new Row("立卷日期", today));
        boolean mediated = "AGREEMENT_WRITTEN".equals(matter.result()) || "AGREEMENT_ORAL".equals(matter.result());
        return new DossierCover(mediated ? "人民调解卷宗" : "矛盾纠纷事项卷宗", rows, note, filer, today);
    }

    /** The cover of a package. @param mark who made it, when, under which number */
    DossierCover packageCover(MatterDetail matter, String title, String mark, String maker) {
        String today = MatterFacts.day(Times.dateOf(clock.instant()));
        List<Row> rows = about(matter);
        rows.add(new Row("制作人", maker));
        rows.add(new Row("制作日期", today));
        rows.add(new Row("编号", mark));
        return new DossierCover(title, rows, null, maker, today);
    }

    private static List<Row> about(MatterDetail matter) {
        return new ArrayList<>(List.of(new Row("一案一码", matter.code()), new Row("事项", matter.title()), new Row("类别", matter.category().name()),
                new Row("办理程序", matter.procedure().name().zh()),
                new Row("办理单位", matter.leadUnit() == null ? "" : matter.leadUnit().name()),
                new Row("登记日期", MatterFacts.day(matter.registeredAt())), new Row("办结日期", MatterFacts.day(matter.closedAt()))));
    }
}
