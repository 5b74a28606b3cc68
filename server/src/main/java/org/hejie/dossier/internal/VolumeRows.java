package org.hejie.dossier.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.hejie.document.ContentVault;
import org.hejie.document.ContentVault.Kept;
import org.hejie.dossier.Dossiers.Item;
import org.hejie.dossier.Dossiers.LoanOrder;
import org.hejie.dossier.Dossiers.Sink;
import org.hejie.dossier.pdf.Bound;
import org.hejie.dossier.pdf.Bound.BoundPaper;
import org.hejie.matter.MatterId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Volumes, their parts and loans as rows. */
@Component
class VolumeRows implements SealedColumns {

    private static final SealedColumn SEALED = SealedColumn.of("dossier.part", "id", "sealed").orBeside("address").appendOnly();
    private static final int PART = 4 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ContentVault vault;
    private final Ids ids;

    VolumeRows(JdbcClient jdbc, FieldCipher cipher, ContentVault vault, Ids ids) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.cipher = cipher;
        this.ids = ids;
    }

    record VolumeRow(long id, long matter, int edition, int pages, long size, byte[] sm3, String retention, @Nullable String note,
            Instant filedAt, long filedBy) {
    }

    record LoanRow(long id, long volume, long by, Instant at, String reason, String purpose, LocalDate dueOn,
            @Nullable Instant returnedAt) {
    }

    int nextEdition(MatterId matter) {
        jdbc.sql("select pg_advisory_xact_lock(:id)").param("id", matter.value()).query((row, n) -> 0).list();
        return jdbc.sql("select coalesce(max(edition), 0) + 1 from dossier.volume where matter_id = :id").param("id", matter.value())
                .query(Integer.class).single();
    }

    void insert(VolumeRow volume) {
        jdbc.sql("""
                insert into dossier.volume (id, matter_id, edition, pages, size, sm3, retention, note, filed_at, filed_by)
                values (:id, :matter, :edition, :pages, :size, :sm3, :retention, :note, :at, :by)
                """)
                .param("id", volume.id()).param("matter", volume.matter()).param("edition", volume.edition())
                .param("pages", volume.pages()).param("size", volume.size()).param("sm3", volume.sm3())
                .param("retention", volume.retention()).param("note", volume.note()).param("at", Times.utc(volume.filedAt()))
                .param("by", volume.filedBy()).update();
    }

    /** @param files ids of the bound files, null where the system printed, in the order bound */
    void insertItems(long volume, Bound bound, List<BoundFile> files) {
        for (int i = 0; i < bound.papers().size(); i++) {
            BoundPaper paper = bound.papers().get(i);
            BoundFile file = files.get(i);
            String heading = paper.part().heading();
            jdbc.sql("""
                    insert into dossier.item (volume_id, position, paper, name, file_id, sm3, first_page, pages)
                    values (:volume, :position, :paper, :name, :file, :sm3, :first, :pages)
                    """)
                    .param("volume", volume).param("position", i + 1).param("paper", file.paper())
                    .param("name", paper.part().name().isEmpty() ? heading : paper.part().name()).param("file", file.id())
                    .param("sm3", file.id() == null ? null : HexFormat.of().parseHex(paper.part().sm3()))
                    .param("first", paper.firstPage()).param("pages", paper.pages()).update();
        }
    }

    /** @param id null: printed by the system */
    record BoundFile(String paper, @Nullable Long id) {
    }

    /** Seals each part while the one before it is written: sealing takes as long as writing. */
    void insertParts(long volume, Path pdf) throws IOException {
        try (InputStream in = Files.newInputStream(pdf)) {
            Sealing sealing = sealing(in);
            for (int seq = 1; sealing != null; seq++) {
                Sealing next = sealing(in);
                Kept kept = vault.keep(sealing.sealed().join());
                vault.claim(kept);
                jdbc.sql("insert into dossier.part (id, volume_id, seq, sealed, address) values (:id, :volume, :seq, :sealed, :address)")
                        .param("id", sealing.id()).param("volume", volume).param("seq", seq)
                        .param("sealed", kept.sealed(), Types.BINARY).param("address", kept.address(), Types.BINARY).update();
                sealing = next;
            }
        }
    }

    private record Sealing(long id, CompletableFuture<byte[]> sealed) {
    }

    private @Nullable Sealing sealing(InputStream in) throws IOException {
        byte[] part = in.readNBytes(PART);
        if (part.length == 0) {
            return null;
        }
        long id = ids.next();
        return new Sealing(id, CompletableFuture.supplyAsync(() -> cipher.encryptBytes(SEALED.place(id), part)));
    }

    /** @param into opened when the first part is there, so that a store that does not work is still told of */
    void write(long volume, Sink into) throws IOException {
        List<Long> parts = jdbc.sql("select id from dossier.part where volume_id = :id order by seq").param("id", volume)
                .query(Long.class).list();
        OutputStream open = null;
        for (long part : parts) {
            Kept kept = jdbc.sql("select sealed, address from dossier.part where id = :id").param("id", part)
                    .query((row, number) -> new Kept(row.getBytes(1), row.getBytes(2))).single();
            byte[] bytes = cipher.decryptBytes(SEALED.place(part), vault.fetch(kept));
            open = open == null ? into.open() : open;
            open.write(bytes);
        }
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SEALED);
    }

    List<VolumeRow> ofMatter(MatterId matter) {
        return jdbc.sql("""
                select id, matter_id, edition, pages, size, sm3, retention, note, filed_at, filed_by
                  from dossier.volume where matter_id = :id order by edition desc
                """).param("id", matter.value()).query(VolumeRows::volume).list();
    }

    Optional<VolumeRow> find(long id) {
        return jdbc.sql("""
                select id, matter_id, edition, pages, size, sm3, retention, note, filed_at, filed_by
                  from dossier.volume where id = :id
                """).param("id", id).query(VolumeRows::volume).optional();
    }

    List<Item> items(long volume) {
        return jdbc.sql("select position, paper, name, first_page, pages from dossier.item where volume_id = :id order by position")
                .param("id", volume).query((row, n) -> new Item(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4),
                        row.getInt(5))).list();
    }

    long insertLoan(long volume, LoanOrder order, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into dossier.loan (id, volume_id, borrowed_by, borrowed_at, reason, purpose, due_on)
                values (:id, :volume, :by, :at, :reason, :purpose, :due)
                """)
                .param("id", id).param("volume", volume).param("by", by).param("at", Times.utc(at)).param("reason", order.reason().name())
                .param("purpose", order.purpose()).param("due", order.until()).update();
        return id;
    }

    List<LoanRow> loans(long volume) {
        return jdbc.sql("""
                select id, volume_id, borrowed_by, borrowed_at, reason, purpose, due_on, returned_at
                  from dossier.loan where volume_id = :id order by id desc
                """).param("id", volume).query(VolumeRows::loan).list();
    }

    Optional<LoanRow> lockLoan(long id) {
        return jdbc.sql("""
                select id, volume_id, borrowed_by, borrowed_at, reason, purpose, due_on, returned_at
                  from dossier.loan where id = :id for no key update
                """).param("id", id).query(VolumeRows::loan).optional();
    }

    void giveBack(long loan, Instant at, long by) {
        jdbc.sql("update dossier.loan set returned_at = :at, returned_by = :by where id = :id")
                .param("at", Times.utc(at)).param("by", by).param("id", loan).update();
    }

    private static VolumeRow volume(ResultSet row, int number) throws SQLException {
        return new VolumeRow(row.getLong("id"), row.getLong("matter_id"), row.getInt("edition"), row.getInt("pages"), row.getLong("size"),
                row.getBytes("sm3"), row.getString("retention"), row.getString("note"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(), row.getLong("filed_by"));
    }

    private static LoanRow loan(ResultSet row, int number) throws SQLException {
        OffsetDateTime returned = row.getObject("returned_at", OffsetDateTime.class);
        return new LoanRow(row.getLong("id"), row.getLong("volume_id"), row.getLong("borrowed_by"),
                row.getObject("borrowed_at", OffsetDateTime.class).toInstant(), row.getString("reason"), row.getString("purpose"),
                row.getObject("due_on", LocalDate.class), returned == null ? null : returned.toInstant());
    }
}
