package org.hejie.matter.procedure;

import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of procedures that matters here may have begun with, kept in the database: a later build ships a
 * newer text, and the matter still follows the one it knows.
 */
@Component
final class StoredProcedures implements ProcedureSource {

    private final JdbcClient jdbc;

    StoredProcedures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProcedureText> texts() {
        return jdbc.sql("select procedure_id, version, source from matter.procedure_version order by procedure_id, version")
                .query((row, number) -> new ProcedureText(
                        "matter.procedure_version " + row.getString("procedure_id") + " " + row.getInt("version"),
                        row.getString("source")))
                .list();
    }

    /** Keeps the procedure's text unless that version is kept already. */
    void keep(Procedure procedure) {
        jdbc.sql("""
                insert into matter.procedure_version (procedure_id, version, content_hash, source)
                values (:id, :version, :hash, :source)
                on conflict do nothing
                """)
                .param("id", procedure.id().value()).param("version", procedure.version())
                .param("hash", procedure.contentHash()).param("source", procedure.source())
                .update();
    }

    /** Keeps what is in force before the first matter of this start begins. */
    @Component
    static final class AtStart {

        private final Procedures procedures;
        private final StoredProcedures stored;

        AtStart(Procedures procedures, StoredProcedures stored) {
            this.procedures = procedures;
            this.stored = stored;
        }

        @EventListener(ApplicationStartedEvent.class)
        void keepCurrent() {
            procedures.current().forEach(stored::keep);
        }
    }
}
