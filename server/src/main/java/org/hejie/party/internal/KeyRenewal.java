package org.hejie.party.internal;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the fields of parties anew under the newest key after a rotation. What corrections replaced is append-only
 * and stays under the key of its time, which is why old keys stay in the key file.
 */
@Component
class KeyRenewal {

    private static final int BATCH = 500;
    private static final Map<String, String> PLACES = Map.of(
            "name", PartySealer.NAME,
            "document_number", PartySealer.DOCUMENT_NUMBER,
            "phone", PartySealer.PHONE,
            "address", PartySealer.ADDRESS,
            "notes", PartySealer.NOTES);

    private record Field(long id, byte[] envelope) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FieldCipher cipher;
    private final KeyRing keys;

    KeyRenewal(@FlywayDataSource DataSource owner, FieldCipher cipher, KeyRing keys) {
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.cipher = cipher;
        this.keys = keys;
    }

    /** Renews every field under an older key, some hundred rows a transaction; may be stopped and run again. */
    long renew() {
        return PLACES.keySet().stream().mapToLong(this::renew).sum();
    }

    private long renew(String column) {
        long renewed = 0;
        int batch;
        do {
            batch = transaction.execute(status -> renewBatch(column));
            renewed += batch;
        } while (batch == BATCH);
        return renewed;
    }

    private int renewBatch(String column) {
        List<Field> old = jdbc.sql("""
                select id, %1$s as envelope
                  from party.party
                 where get_byte(%1$s, 1) <> :current
                 order by id
                 limit :limit
                   for update
                """.formatted(column))
            .param("current", keys.currentId())
            .param("limit", BATCH)
            .query(Field.class)
            .list();
        old.forEach(field -> rewrite(column, field));
        return old.size();
    }

    private void rewrite(String column, Field field) {
        FieldPlace place = new FieldPlace(PLACES.get(column), field.id());
        jdbc.sql("update party.party set " + column + " = :envelope where id = :id")
                .param("envelope", cipher.encrypt(place, cipher.decrypt(place, field.envelope())))
                .param("id", field.id())
                .update();
    }
}
