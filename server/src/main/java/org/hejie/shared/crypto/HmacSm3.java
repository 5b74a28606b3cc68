package org.hejie.shared.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC-SM3 (GB/T 15852.2-2012 with GB/T 32905-2016) under one key: 32 bytes. Thread-safe. */
public final class HmacSm3 {

    private final EnginePool<HMac> pool;

    /** A MAC under {@code key}, of any length. */
    public HmacSm3(byte[] key) {
        KeyParameter parameter = new KeyParameter(key);
        pool = new EnginePool<>(() -> {
            HMac mac = new HMac(new SM3Digest());
            mac.init(parameter);
            return mac;
        });
    }

    /** The MAC of the parts written one after the other. */
    public byte[] of(byte[]... parts) {
        HMac mac = pool.take();
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] tag = new byte[mac.getMacSize()];
        mac.doFinal(tag, 0);
        pool.give(mac);
        return tag;
    }

    @Override
    public String toString() {
        return "HmacSm3[key hidden]";
    }
}
