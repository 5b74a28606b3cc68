package org.hejie.mediation.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.document.Documents;
import org.hejie.document.FileContent;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.AgreementSeal;
import org.hejie.mediation.AgreementSeals;
import org.hejie.mediation.internal.AgreementReader.Held;
import org.hejie.mediation.internal.AgreementReader.Kept;
import org.hejie.mediation.internal.AgreementSealStore.KeptSeal;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.hejie.seal.Sealing;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the committee's seal beside the signed paper. */
@Service
class CountyAgreementSeals implements AgreementSeals {

    private static final String PURPOSE = "agreement-seal";

    private final AgreementReader reader;
    private final AgreementStore agreements;
    private final AgreementSealStore store;
    private final Documents documents;
    private final Sealing sealing;
    private final MatterChronicle chronicle;
    private final AuditLog audit;

    CountyAgreementSeals(AgreementReader reader, AgreementStore agreements, AgreementSealStore store, Documents documents, Sealing sealing,
            MatterChronicle chronicle, AuditLog audit) {
        this.reader = reader;
        this.agreements = agreements;
        this.store = store;
        this.documents = documents;
        this.sealing = sealing;
        this.chronicle = chronicle;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public AgreementSeal of(long agreement) {
        Kept kept = kept(agreement, false);
        Optional<KeptSeal> seal = store.find(agreement);
        return new AgreementSeal(seal.map(this::checked).orElse(null), Powers.seals(),
                seal.isPresent() ? null : refusal(kept).map(Problem::reasonCode).orElseGet(() -> sealing.hindrance(unit(kept))));
    }

    private AgreementSeal.Put checked(KeptSeal seal) {
        Reason reason = switch (sealing.check(documents.content(seal.document()).bytes(), documents.content(seal.file()).bytes())) {
            case Valid _ -> null;
            case Refused(Reason why) -> why;
        };
        return new AgreementSeal.Put(seal.document().value(), seal.documentSm3(), seal.file().value(), seal.subject(), seal.serial(), seal.at(),
                reason == null, reason);
    }

    @Override
    @Transactional
    public AgreementSeal seal(long agreement, int seen, @Nullable Long seal, @Nullable String key) {
        Powers.requireSealing();
        if (key != null && (key.length() < 8 || key.length() > 100)) {
            throw Problem.field("Idempotency-Key", "LENGTH");
        }
        Kept kept = kept(agreement, true);
        Optional<KeptSeal> before = store.find(agreement);
        if (before.isPresent()) {
            if (key == null || !key.equals(before.get().requestKey())) {
                throw Problem.of(ProblemType.ALREADY_EXISTS, "AGREEMENT_SEALED");
            }
            return of(agreement);
        }
        refusal(kept).ifPresent(why -> {
            throw why;
        });
        agreements.sealed(agreement, seen);
        put(kept, seal, key);
        return of(agreement);
    }

    private void put(Kept kept, @Nullable Long seal, @Nullable String key) {
        FileContent paper = documents.content(new FileId(Objects.requireNonNull(kept.document())));
        Sealing.Put put = sealing.seal(unit(kept), seal, paper.bytes());
        long[] keys = store.keys(kept.matter());
        FileId file = documents.store(new NewFile("seal.p7s", put.file(), PURPOSE), keys);
        documents.attach(List.of(file), kept.matter().value(), keys);
        store.insert(kept.id(), paper.file(), file, put, Powers.self(), key);
        chronicle.write(kept.matter(), new Happening(MatterAction.SEAL_AGREEMENT, "SEALED", null, Map.of("agreement", kept.id(),
                "documentSm3", paper.file().sm3(), "sealSm3", documents.view(file).sm3(), "serial", put.serial())));
    }

    /** Why the law or its state keeps an agreement from being sealed. */
    private Optional<Problem> refusal(Kept kept) {
        if (kept.form() == AgreementRow.Form.ORAL) {
            return Optional.of(Problem.of(ProblemType.RULE_REFUSED, "SEAL_ORAL"));
        }
        if (store.unsealable(kept.category())) {
            return Optional.of(Problem.of(ProblemType.RULE_REFUSED, "SEAL_CATEGORY"));
        }
        return switch (kept.state()) {
            case DRAFT, VOID -> Optional.of(Problem.of(ProblemType.WRONG_STATE, "SEAL_UNSIGNED"));
            case SIGNED, PERFORMED -> kept.document() == null ? Optional.of(Problem.of(ProblemType.WRONG_STATE, "SEAL_UNSIGNED")) : Optional.empty();
        };
    }

    private UnitId unit(Kept kept) {
        return store.unitOf(kept.committeeId());
    }

    private Kept kept(long agreement, boolean lock) {
        return (lock ? reader.lock(agreement).map(Held::kept) : reader.kept(agreement)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    @Transactional
    public Packed packed(long agreement) {
        Kept kept = kept(agreement, false);
        KeptSeal seal = store.find(agreement).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        FileContent paper = documents.content(seal.document());
        byte[] file = documents.content(seal.file()).bytes();
        audit.record(AuditEntry.of(AuditKind.READ, "FILE_OPENED").by(Actors.current().auditActor()).on("document", seal.document().value()));
        return new Packed(kept.matterCode() + "-sealed.zip",
                SealedPackage.of(paper.file().type().extension(), paper.bytes(), file, sealing.kit(file)));
    }
}
