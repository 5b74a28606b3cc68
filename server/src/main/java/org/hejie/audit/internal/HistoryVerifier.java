package org.hejie.audit.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.audit.ChainSource;
import org.hejie.audit.Fault;
import org.hejie.audit.Verdict;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.stereotype.Service;

/** Verifies seals first, then each table in order of its name, all in one snapshot. */
@Service
class HistoryVerifier implements AuditVerification {

    private final DataSource owner;
    private final List<ChainSource> sources;
    private final HmacSm3 sealKey;

    HistoryVerifier(@FlywayDataSource DataSource owner, List<ChainSource> sources, KeyRing keys) {
        this.owner = owner;
        this.sources = sources.stream().sorted(Comparator.comparing(ChainSource::table)).toList();
        this.sealKey = SealWriter.key(keys);
    }

    @Override
    public Verdict verify(Map<Long, String> noted) {
        long started = System.nanoTime();
        SealCheck seals = new SealCheck(sealKey, noted);
        List<Verdict.Table> tables = new ArrayList<>();
        Fault fault = verify(seals, tables);
        return new Verdict(tables, seals.seals(), fault, Duration.ofNanos(System.nanoTime() - started));
    }

    private @Nullable Fault verify(SealCheck seals, List<Verdict.Table> tables) {
        try (Connection cursors = owner.getConnection(); Connection copies = owner.getConnection()) {
            try {
                shareSnapshot(cursors, copies);
                Fault fault = seals.check(cursors);
                HistoryReader reader = new HistoryReader(cursors, copies);
                for (int i = 0; fault == null && i < sources.size(); i++) {
                    HistoryReader.Outcome outcome = reader.check(sources.get(i));
                    tables.add(outcome.table());
                    fault = outcome.fault();
                }
                return fault;
            } finally {
                copies.rollback();
                cursors.rollback();
            }
        } catch (SQLException e) {
            throw new HistoryReader.Unreadable(e);
        }
    }

    /** Two connections, since one copies rows while the other reads heads beside it. */
    private static void shareSnapshot(Connection first, Connection second) throws SQLException {
        for (Connection connection : List.of(first, second)) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
        try (Statement export = first.createStatement();
             ResultSet snapshot = export.executeQuery("select pg_export_snapshot()");
             Statement adopt = second.createStatement()) {
            snapshot.next();
            adopt.execute("set transaction snapshot '" + snapshot.getString(1) + "'");
        }
    }
}
