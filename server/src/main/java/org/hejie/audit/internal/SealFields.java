package org.hejie.audit.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.hejie.audit.ChainFields;
import org.hejie.audit.HashChain;

/** What is hashed of a seal and of each head it covers. */
final class SealFields {

    static final String TABLE = "audit.seal";

    /** All seals are one chain. */
    static final long CHAIN = 1;

    private SealFields() {
    }

    static byte[] origin() {
        return HashChain.origin(TABLE, CHAIN);
    }

    static ChainFields of(LocalDate sealedOn, Instant sealedAt, long heads, byte[] root) {
        return new ChainFields().date(sealedOn).instant(sealedAt).number(heads).bytes(root);
    }

    /** One leaf under a seal's root. */
    static byte[] leaf(String source, long chainId, long seq, byte[] hash) {
        return new ChainFields().text(source).number(chainId).number(seq).bytes(hash).toBytes();
    }
}
