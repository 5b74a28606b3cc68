package org.hejie.dossier.internal;

import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hejie.document.NewFile;
import org.hejie.document.ZipInspection;
import org.hejie.dossier.PaperTemplates;
import org.hejie.dossier.paper.PaperFiller;
import org.hejie.dossier.paper.PaperSheet;
import org.hejie.dossier.paper.ShippedPapers;
import org.hejie.dossier.paper.TemplateBuilder;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's templates as rows; the shipped ones built once when first asked for. */
@Service
class TemplateStore implements PaperTemplates {

    private static final int LONGEST_NAME = 200;

    private final ShippedPapers papers;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, byte[]> shipped = new ConcurrentHashMap<>();

    TemplateStore(ShippedPapers papers, JdbcClient jdbc, AuditLog audit, Ids ids, Clock clock) {
        this.papers = papers;
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] template(String paper) {
        PaperSheet sheet = sheet(paper);
        return jdbc.sql("select content from dossier.template where paper = :paper order by id desc limit 1").param("paper", paper)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1))).optional().flatMap(own -> own)
                .orElseGet(() -> shipped.computeIfAbsent(paper, code -> TemplateBuilder.docx(sheet)));
    }

    @Override
    @Transactional
    public void replace(String paper, String name, byte[] docx) {
        PaperSheet sheet = permitted(paper);
        if (docx.length > NewFile.MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "file");
        }
        ZipInspection.of(docx);
        PaperFiller.check(sheet, docx);
        insert(paper, name.substring(Math.max(0, name.length() - LONGEST_NAME)), docx);
    }

    @Override
    @Transactional
    public void restore(String paper) {
        permitted(paper);
        insert(paper, null, null);
    }

    private PaperSheet permitted(String paper) {
        Actors.current().require(Permission.RULES_DRAFT);
        return sheet(paper);
    }

    private PaperSheet sheet(String paper) {
        return papers.find(paper).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private void insert(String paper, @Nullable String name, byte @Nullable [] docx) {
        Actor actor = Actors.current();
        long id = ids.next();
        jdbc.sql("""
                insert into dossier.template (id, paper, name, content, brought_at, brought_by)
                values (:id, :paper, :name, :content, :at, :by)
                """)
                .param("id", id).param("paper", paper).param("name", name).param("content", docx, Types.BINARY)
                .param("at", Times.utc(clock.instant())).param("by", actor.id()).update();
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, docx == null ? "PAPER_TEMPLATE_RESTORED" : "PAPER_TEMPLATE_REPLACED")
                .by(actor.auditActor()).on("paper-template", id));
    }
}
