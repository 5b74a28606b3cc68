package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.hejie.document.FileId;
import org.hejie.document.StoredFile;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;
import org.hejie.seal.Sealing;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of seals on agreements. */
@Component
class AgreementSealStore {

    private final JdbcClient jdbc;

    AgreementSealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A seal on an agreement, as kept. */
    record KeptSeal(FileId document, String documentSm3, FileId file, String subject, String serial, Instant at, @Nullable String requestKey) {
    }

    Optional<KeptSeal> find(long agreement) {
        return jdbc.sql("""
                select document_id, document_sm3, file_id, subject, serial, sealed_at, request_key
                  from mediation.agreement_seal where agreement_id = :id
                """).param("id", agreement).query(AgreementSealStore::row).optional();
    }

    private static KeptSeal row(ResultSet row, int number) throws SQLException {
        return new KeptSeal(new FileId(row.getLong("document_id")), HexFormat.of().formatHex(row.getBytes("document_sm3")),
                new FileId(row.getLong("file_id")), row.getString("subject"), row.getString("serial"), CaseReader.at(row, "sealed_at"),
                row.getString("request_key"));
    }

    void insert(long agreement, StoredFile paper, FileId file, Sealing.Put put, long by, @Nullable String key) {
        jdbc.sql("""
                insert into mediation.agreement_seal (agreement_id, seal_id, document_id, document_sm3, file_id, subject, serial, sealed_at,
                                                      sealed_by, request_key)
                values (:id, :seal, :document, :sm3, :file, :subject, :serial, :at, :by, :key)
                """)
                .param("id", agreement).param("seal", put.seal()).param("document", paper.id().value())
                .param("sm3", HexFormat.of().parseHex(paper.sm3())).param("file", file.value()).param("subject", put.subject())
                .param("serial", put.serial()).param("at", Times.utc(put.at())).param("by", by).param("key", key).update();
    }

    /** Whether the law keeps electronic seals from papers of that category. */
    boolean unsealable(String category) {
        return jdbc.sql("select exists (select 1 from mediation.unsealable u where :category like u.category || '%')")
                .param("category", category).query(Boolean.class).single();
    }

    UnitId unitOf(long committee) {
        return new UnitId(jdbc.sql("select unit_id from mediation.committee where id = :id").param("id", committee).query(Long.class).single());
    }

    /** Who sees the matter sees what is put beside its papers. */
    long[] keys(MatterId matter) {
        return jdbc.sql("select visible_to from matter.matter where id = :id").param("id", matter.value())
                .query((row, number) -> (Long[]) row.getArray(1).getArray()).optional()
                .map(keys -> Arrays.stream(keys).mapToLong(Long::longValue).toArray()).orElseThrow();
    }
}
