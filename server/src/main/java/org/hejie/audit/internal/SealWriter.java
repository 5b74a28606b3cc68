package org.hejie.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hejie.audit.ChainSource;
import org.hejie.audit.HashChain;
import org.hejie.audit.Seal;
import org.hejie.audit.Seals;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals as the owner of the database, who sees every chain. */
@Service
class SealWriter implements Seals {

    private record Last(long seq, byte[] hash) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final List<ChainSource> sources;
    private final HmacSm3 key;
    private final Clock clock;

    SealWriter(@FlywayDataSource DataSource owner, List<ChainSource> sources, KeyRing keys, Clock clock) {
        this.jdbc = JdbcClient.create(owner);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.sources = sources;
        this.key = key(keys);
        this.clock = clock;
    }

    static HmacSm3 key(KeyRing keys) {
        return new HmacSm3(keys.derive("audit-seal", 32));
    }

    @Override
    public Seal seal() {
        return snapshot.execute(status -> {
            lock();
            return write();
        });
    }

    @Override
    public void sealOncePerDay() {
        snapshot.executeWithoutResult(status -> {
            lock();
            boolean sealed = jdbc.sql("select exists (select 1 from audit.seal where sealed_on = :today)")
                    .param("today", Times.dateOf(clock.instant()))
                    .query(Boolean.class).single();
            if (!sealed) {
                write();
            }
        });
    }

    @Override
    public List<Seal> newest(int limit) {
        return jdbc.sql("select seq, sealed_on, sealed_at, heads, hash from audit.seal order by seq desc limit :limit")
                .param("limit", limit)
                .query((row, index) -> sealOf(row))
                .list();
    }

    /** Before the snapshot: a lock statement takes none, so what another sealer commits meanwhile is seen. */
    private void lock() {
        jdbc.sql("lock table audit.seal in share row exclusive mode").update();
    }

    private Seal write() {
        Optional<Last> last = jdbc.sql("select seq, hash from audit.seal order by seq desc limit 1")
                .query((row, number) -> new Last(row.getLong(1), row.getBytes(2))).optional();
        long number = last.map(Last::seq).orElse(0L) + 1;
        byte[] previous = last.map(Last::hash).orElseGet(SealFields::origin);
        sources.forEach(source -> copyHeads(source, number));
        MerkleRoot tree = new MerkleRoot();
        jdbc.sql("select source, chain_id, seq, hash from audit.sealed_head where seal = :seal order by source, chain_id, seq")
                .param("seal", number)
                .withFetchSize(5_000)
                .query((RowCallbackHandler) row ->
                        tree.add(SealFields.leaf(row.getString(1), row.getLong(2), row.getLong(3), row.getBytes(4))));
        Instant now = clock.instant();
        LocalDate today = Times.dateOf(now);
        byte[] root = tree.root();
        byte[] hash = new HashChain()
                .next(previous, SealFields.CHAIN, number, SealFields.of(today, now, tree.leaves(), root));
        jdbc.sql("""
                insert into audit.seal (seq, previous_hash, hash, sealed_on, sealed_at, heads, root, mac)
                values (:seq, :previous, :hash, :on, :at, :heads, :root, :mac)
                """)
            .param("seq", number)
            .param("previous", previous)
            .param("hash", hash)
            .param("on", today)
            .param("at", Times.utc(now))
            .param("heads", tree.leaves())
            .param("root", root)
            .param("mac", key.of(hash))
            .update();
        return new Seal(number, today, now, tree.leaves(), HexFormat.of().formatHex(hash));
    }

    /** The head of every chain that grew since it was last sealed. */
    private void copyHeads(ChainSource source, long number) {
        jdbc.sql("""
                insert into audit.sealed_head (source, chain_id, seq, hash, seal)
                select :source, head.chain_id, head.seq, head.hash, :seal
                  from (%s) as head (chain_id, seq, hash)
                 where not exists (
                       select 1 from audit.sealed_head s
                        where s.source = :source and s.chain_id = head.chain_id and s.seq >= head.seq)
                """.formatted(source.heads()))
            .param("source", source.table())
            .param("seal", number)
            .update();
    }

    private static Seal sealOf(ResultSet row) throws SQLException {
        return new Seal(row.getLong(1), row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant(), row.getLong(4), HexFormat.of().formatHex(row.getBytes(5)));
    }
}
