package org.hejie.dossier.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.Dossiers.State;
import org.hejie.dossier.PaperPackages;
import org.hejie.dossier.paper.DossierPlan;
import org.hejie.dossier.pdf.Bound;
import org.hejie.dossier.pdf.DossierBinding;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actors;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Binds packages. */
@Service
class PackageDesk implements PaperPackages {

    private final Matters matters;
    private final DossierPlan names;
    private final DossierParts parts;
    private final Exports exports;

    PackageDesk(Matters matters, DossierPlan names, DossierParts parts, Exports exports) {
        this.matters = matters;
        this.names = names;
        this.parts = parts;
        this.exports = exports;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Slot> slots(MatterId matter, Plan plan) {
        return slots(detail(matter), plan);
    }

    private List<Slot> slots(MatterDetail detail, Plan plan) {
        return plan.pieces().stream().map(piece -> {
            List<MatterDetail.Paper> files = detail.papers().stream().filter(file -> file.paper().equals(piece.paper())).toList();
            State absent = piece.made() ? State.MADE : piece.needed() ? State.MISSING : State.ABSENT;
            return new Slot(piece.paper(), names.entries().stream().filter(entry -> entry.code().equals(piece.paper())).findFirst()
                    .orElseThrow().name(), piece.needed(), files.isEmpty() ? absent : State.THERE, files.stream().map(PaperDesk::scan).toList());
        }).toList();
    }

    @Override
    @Transactional
    public Packed bind(MatterId matter, Plan plan, Map<String, String> typed) {
        if (!DossierPowers.mayPrint(Actors.current())) {
            throw Problem.of(ProblemType.FORBIDDEN, "PAPER_PRINT");
        }
        MatterDetail detail = detail(matter);
        List<Slot> slots = slots(detail, plan);
        List<FieldError> missing = slots.stream().filter(slot -> slot.state() == State.MISSING)
                .map(slot -> new FieldError("papers." + slot.code(), "MISSING")).toList();
        if (!missing.isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "PACKAGE_INCOMPLETE", missing);
        }
        String mark = exports.open(new ExportOrder(plan.code(), "/matters/" + matter.value() + "/packages/" + plan.code(),
                detail.parties().size(), detail.parties().size())).mark();
        DossierParts.Laid laid = parts.of(detail, slots, typed);
        try {
            return bound(detail, plan, laid, mark);
        } catch (IOException e) {
            throw new UncheckedIOException("the package could not be written", e);
        }
    }

    private Packed bound(MatterDetail detail, Plan plan, DossierParts.Laid laid, String mark) throws IOException {
        Path file = Files.createTempFile("hejie-package", ".pdf");
        try {
            Bound bound = DossierBinding.bind(parts.packageCover(detail, plan.title(), mark, Actors.current().displayName()), laid.parts(), file);
            byte[] pdf = Files.readAllBytes(file);
            return new Packed(plan.title() + "-" + detail.code() + ".pdf", pdf, bound.pages(), HexFormat.of().formatHex(Sm3.hash(pdf)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private MatterDetail detail(MatterId matter) {
        return matters.detail(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
