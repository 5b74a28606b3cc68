package org.hejie.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hejie.document.ContentVault;
import org.hejie.document.ContentVault.Kept;
import org.hejie.document.FileId;
import org.hejie.document.FileType;
import org.hejie.document.StoredFile;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of files; content is sealed with SM4-GCM for its row. */
@Component
class FileRows implements SealedColumns {

    private static final SealedColumn CONTENT = SealedColumn.of("document.content", "file_id", "sealed").ofContent().orBeside("address");
    private static final String COLUMNS =
            "id, owner_id, name, type, purpose, size, sm3, width, height, uploaded_at";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final ContentVault vault;

    FileRows(JdbcClient jdbc, FieldCipher cipher, ContentVault vault) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.vault = vault;
    }

    /** Seals and keeps the bytes; best before the transaction that {@link #insert}s the row. */
    Kept keep(FileId file, byte[] bytes) {
        return vault.keep(cipher.encryptBytes(CONTENT.place(file.value()), bytes));
    }

    void insert(StoredFile file, Kept kept, long uploadedBy, long[] visibleTo) {
        jdbc.sql("""
                insert into document.file (id, name, type, purpose, size, sm3, width, height, uploaded_by, uploaded_at, visible_to)
                values (:id, :name, :type, :purpose, :size, :sm3, :width, :height, :by, :at, :visibleTo)
                """)
                .param("id", file.id().value())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("purpose", file.purpose())
                .param("size", file.size())
                .param("sm3", HexFormat.of().parseHex(file.sm3()))
                .param("width", file.width())
                .param("height", file.height())
                .param("by", uploadedBy)
                .param("at", Times.utc(file.uploadedAt()))
                .param("visibleTo", visibleTo)
                .update();
        vault.claim(kept);
        jdbc.sql("insert into document.content (file_id, sealed, address) values (:id, :sealed, :address)")
                .param("id", file.id().value())
                .param("sealed", kept.sealed(), Types.BINARY)
                .param("address", kept.address(), Types.BINARY)
                .update();
    }

    /** How many of them were free or the owner's already, and are the owner's now. */
    int attach(Collection<FileId> files, long ownerId, long[] keys) {
        return jdbc.sql("""
                update document.file
                   set owner_id = :owner,
                       visible_to = (select array_agg(distinct k) from unnest(visible_to || :keys::bigint[]) k)
                 where id = any(:ids) and (owner_id is null or owner_id = :owner)
                """)
                .param("owner", ownerId)
                .param("keys", keys)
                .param("ids", files.stream().mapToLong(FileId::value).toArray())
                .update();
    }

    void show(long ownerId, long[] visibleTo) {
        jdbc.sql("update document.file set visible_to = :keys where owner_id = :owner")
                .param("owner", ownerId)
                .param("keys", visibleTo)
                .update();
    }

    void share(long ownerId, long[] keys) {
        jdbc.sql("""
                update document.file
                   set visible_to = (select array_agg(distinct k) from unnest(visible_to || :keys::bigint[]) k)
                 where owner_id = :owner and not visible_to @> :keys::bigint[]
                """)
                .param("owner", ownerId)
                .param("keys", keys)
                .update();
    }

    Optional<StoredFile> find(FileId file) {
        return jdbc.sql("select " + COLUMNS + " from document.file where id = :id")
                .param("id", file.value()).query(FileRows::row).optional();
    }

    List<StoredFile> ofOwner(long ownerId) {
        return jdbc.sql("select " + COLUMNS + " from document.file where owner_id = :owner order by id")
                .param("owner", ownerId).query(FileRows::row).list();
    }

    /** Where the bytes of a file lie. */
    Kept kept(FileId file) {
        return jdbc.sql("select sealed, address from document.content where file_id = :id")
                .param("id", file.value()).query((row, number) -> new Kept(row.getBytes(1), row.getBytes(2))).single();
    }

    /** The bytes; no transaction is needed. */
    byte[] bytes(FileId file, Kept kept) {
        return cipher.decryptBytes(CONTENT.place(file.value()), vault.fetch(kept));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(CONTENT);
    }

    private static StoredFile row(ResultSet row, int number) throws SQLException {
        return new StoredFile(new FileId(row.getLong("id")), row.getObject("owner_id", Long.class), row.getString("name"),
                FileType.valueOf(row.getString("type")), row.getString("purpose"), row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sm3")), row.getObject("width", Integer.class),
                row.getObject("height", Integer.class), row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
