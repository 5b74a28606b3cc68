package org.hejie.intake.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.hejie.intake.ImportId;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps an uploaded file sealed, in parts of 1 MB, and gives it back as a stream that holds one part at a time. */
@Component
class ImportParts implements SealedColumns {

    private static final SealedColumn SEALED = SealedColumn.of("intake.import_part", "import_id", "sealed").inParts("no").ofContent();
    private static final int PART = 1024 * 1024;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final TransactionTemplate reading;

    ImportParts(JdbcClient jdbc, FieldCipher cipher, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void write(ImportId id, byte[] file) {
        for (int no = 0; no * PART < file.length; no++) {
            byte[] part = Arrays.copyOfRange(file, no * PART, Math.min(file.length, (no + 1) * PART));
            jdbc.sql("insert into intake.import_part (import_id, no, sealed) values (:id, :no, :sealed)")
                    .param("id", id.value()).param("no", no).param("sealed", cipher.encryptBytes(SEALED.place(id.value(), no), part))
                    .update();
        }
    }

    /** The file from its beginning; each part is read in a transaction of its own, in the caller's scope. */
    InputStream open(ImportId id) {
        int parts = reading.execute(status ->
                jdbc.sql("select count(*) from intake.import_part where import_id = :id").param("id", id.value())
                        .query(Integer.class).single());
        return new JoinedParts(parts, no -> part(id, no));
    }

    private InputStream part(ImportId id, int no) {
        byte[] sealed = reading.execute(status ->
                jdbc.sql("select sealed from intake.import_part where import_id = :id and no = :no")
                        .param("id", id.value()).param("no", no).query(byte[].class).single());
        return new ByteArrayInputStream(cipher.decryptBytes(SEALED.place(id.value(), no), sealed));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SEALED);
    }
}
