package org.hejie.shared.crypto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.shared.crypto.SealedColumn.Renewal;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what modules keep sealed anew under the newest key after a rotation, as the owner of the database, while servers work.
 * What is append-only or lies beside the database stays under the key of its time, which is why old keys stay in the key file.
 */
@Component
public class KeyRenewal {

    private static final int FIELDS_AT_ONCE = 500;
    private static final int CONTENT_AT_ONCE = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final FieldCipher cipher;
    private final KeyRing keys;
    private final List<SealedColumn> columns;

    /** Renews all that these modules contribute. */
    KeyRenewal(@FlywayDataSource DataSource owner, FieldCipher cipher, KeyRing keys, List<SealedColumns> modules) {
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.cipher = cipher;
        this.keys = keys;
        this.columns = modules.stream().flatMap(module -> module.sealedColumns().stream())
                .sorted(Comparator.comparing(SealedColumn::toString)).toList();
    }

    /**
     * How much of one column is under which key.
     *
     * @param byKey  envelopes in the database by key id
     * @param beside envelopes beside the database, each under the key of its time
     */
    public record Standing(SealedColumn column, Map<Integer, Long> byKey, long beside) {

        /** How many envelopes in the database are under this key. */
        public long under(int keyId) {
            return byKey.getOrDefault(keyId, 0L);
        }
    }

    /** @param unreadable why each envelope was left that could not be opened; names places, never content */
    public record Renewed(long count, List<String> unreadable) {
    }

    /** Counts every column; reads all rows, so it may take minutes. */
    public List<Standing> standings() {
        return columns.stream().map(this::standing).toList();
    }

    /** Renews every envelope of this sort under an older key, a batch a transaction; may be stopped and run again. */
    public Renewed renew(Renewal sort) {
        if (sort == Renewal.NEVER) {
            throw new IllegalArgumentException("what is append-only is not written anew");
        }
        var walk = new Walk(sort == Renewal.FIELD ? FIELDS_AT_ONCE : CONTENT_AT_ONCE);
        columns.stream().filter(column -> column.renewal() == sort).forEach(walk::over);
        return new Renewed(walk.renewed, walk.unreadable);
    }

    private Standing standing(SealedColumn column) {
        Map<Integer, Long> byKey = new HashMap<>();
        jdbc.sql("select " + keyOf(column) + ", count(*) from " + column.table() + " where " + column.name() + " is not null group by 1")
                .query((row, number) -> byKey.put(keyId(row.getBytes(1)), row.getLong(2))).list();
        long beside = column.beside() == null ? 0
                : jdbc.sql("select count(*) from " + column.table() + " where " + column.beside() + " is not null").query(Long.class).single();
        return new Standing(column, byKey, beside);
    }

    /** The second byte of an envelope; of a long one no more is read than that. */
    private static String keyOf(SealedColumn column) {
        return "substring(" + column.name() + " from 2 for 1)";
    }

    private static int keyId(byte[] second) {
        return second.length == 0 ? 0 : Byte.toUnsignedInt(second[0]);
    }

    private record Row(long id, int part, byte[] envelope) {
    }

    /** Goes through columns by the order of their rows, so that nothing is looked at twice. */
    private final class Walk {

        private final int atOnce;
        private final List<String> unreadable = new ArrayList<>();
        private long renewed;

        Walk(int atOnce) {
            this.atOnce = atOnce;
        }

        void over(SealedColumn column) {
            List<Row> batch = batch(column, Long.MIN_VALUE, Integer.MIN_VALUE);
            while (!batch.isEmpty()) {
                batch = batch(column, batch.getLast().id(), batch.getLast().part());
            }
        }

        private List<Row> batch(SealedColumn column, long afterId, int afterPart) {
            return transaction.execute(status -> {
                List<Row> rows = under(column, afterId, afterPart);
                rows.forEach(row -> rewrite(column, row));
                return rows;
            });
        }

        private List<Row> under(SealedColumn column, long afterId, int afterPart) {
            String part = column.part();
            return jdbc.sql("""
                    select %1$s as id, %2$s as part, %3$s as envelope
                      from %4$s
                     where %5$s and %6$s <> :current
                     order by %7$s
                     limit :limit
                       for no key update
                    """.formatted(column.id(), part == null ? "0" : part, column.name(), column.table(),
                            part == null ? column.id() + " > :id" : "(" + column.id() + ", " + part + ") > (:id, :part)",
                            keyOf(column), part == null ? column.id() : column.id() + ", " + part))
                    .param("id", afterId).param("part", afterPart).param("current", new byte[] {(byte) keys.currentId()})
                    .param("limit", atOnce).query(Row.class).list();
        }

        private void rewrite(SealedColumn column, Row row) {
            FieldPlace place = column.place(row.id(), row.part());
            try {
                byte[] envelope = cipher.encryptBytes(place, cipher.decryptBytes(place, row.envelope()));
                jdbc.sql("update " + column.table() + " set " + column.name() + " = :envelope where " + column.id() + " = :id"
                        + (column.part() == null ? "" : " and " + column.part() + " = :part"))
                        .param("envelope", envelope).param("id", row.id()).param("part", row.part()).update();
                renewed++;
            } catch (UnreadableField e) {
                unreadable.add(e.getMessage());
            }
        }
    }
}
