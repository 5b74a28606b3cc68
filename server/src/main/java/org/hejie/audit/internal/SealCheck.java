package org.hejie.audit.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.audit.ChainFields;
import org.hejie.audit.Fault;
import org.hejie.audit.HashChain;
import org.hejie.shared.crypto.HmacSm3;
import org.jspecify.annotations.Nullable;

/** Recomputes every seal: its root from the heads it covers, its place after the seal before it, its key. */
final class SealCheck {

    private final HmacSm3 key;
    private final Map<Long, String> noted;
    private final HashChain calculator = new HashChain();
    private long seals;

    SealCheck(HmacSm3 key, Map<Long, String> noted) {
        this.key = key;
        this.noted = new TreeMap<>(noted);
    }

    long seals() {
        return seals;
    }

    @Nullable Fault check(Connection connection) throws SQLException {
        try (PreparedStatement sealStatement = HistoryReader.prepare(connection, """
                     select seq, previous_hash, hash, sealed_on, sealed_at, heads, root, mac
                       from audit.seal
                      order by seq
                     """);
             PreparedStatement headStatement = HistoryReader.prepare(connection, """
                     select seal, source, chain_id, seq, hash
                       from audit.sealed_head
                      order by seal, source, chain_id, seq
                     """);
             ResultSet seal = sealStatement.executeQuery();
             ResultSet head = headStatement.executeQuery()) {
            return check(seal, head);
        }
    }

    private @Nullable Fault check(ResultSet seal, ResultSet head) throws SQLException {
        byte[] previous = SealFields.origin();
        boolean headLeft = head.next();
        while (seal.next()) {
            seals++;
            MerkleRoot root = new MerkleRoot();
            while (headLeft && head.getLong(1) <= seals) {
                root.add(SealFields.leaf(head.getString(2), head.getLong(3), head.getLong(4), head.getBytes(5)));
                headLeft = head.next();
            }
            Fault.Kind fault = faultOf(seal, previous, root);
            if (fault != null) {
                return new Fault(SealFields.TABLE, seals, null, fault);
            }
            previous = seal.getBytes(3);
        }
        if (headLeft) {
            return new Fault(SealFields.TABLE, head.getLong(1), null, Fault.Kind.SEAL_CHAIN);
        }
        return noted.isEmpty() ? null
                : new Fault(SealFields.TABLE, noted.keySet().iterator().next(), null, Fault.Kind.SEAL_NOTED);
    }

    private Fault.@Nullable Kind faultOf(ResultSet seal, byte[] previous, MerkleRoot root) throws SQLException {
        long heads = seal.getLong(6);
        byte[] storedRoot = seal.getBytes(7);
        byte[] hash = seal.getBytes(3);
        ChainFields fields = SealFields.of(seal.getObject(4, LocalDate.class),
                seal.getObject(5, OffsetDateTime.class).toInstant(), heads, storedRoot);
        if (seal.getLong(1) != seals
                || !Arrays.equals(previous, seal.getBytes(2))
                || !Arrays.equals(hash, calculator.next(previous, SealFields.CHAIN, seals, fields))) {
            return Fault.Kind.SEAL_CHAIN;
        }
        if (root.leaves() != heads || !Arrays.equals(root.root(), storedRoot)) {
            return Fault.Kind.SEAL_ROOT;
        }
        if (!Arrays.equals(key.of(hash), seal.getBytes(8))) {
            return Fault.Kind.SEAL_KEY;
        }
        String expected = noted.remove(seals);
        return expected == null || expected.equalsIgnoreCase(HexFormat.of().formatHex(hash))
                ? null
                : Fault.Kind.SEAL_NOTED;
    }
}
