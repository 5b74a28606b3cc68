package org.hejie.document.internal;

import java.time.Clock;
import java.util.Optional;
import org.hejie.document.ContentVault;
import org.hejie.shared.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps new content where the setting says and finds the old wherever it was kept. */
class KeptContent implements ContentVault {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContent.class);

    private final ContentStores stores;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptContent(ContentStores stores, JdbcClient jdbc, Clock clock) {
        this.stores = stores;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Kept keep(byte[] sealed) {
        if (stores.chosen().isEmpty()) {
            return new Kept(sealed, null);
        }
        Address address = Address.of(sealed);
        stores.chosen().get().put(address, sealed);
        return new Kept(null, address.bytes());
    }

    @Override
    public void claim(Kept kept) {
        if (kept.address() != null) {
            jdbc.sql("insert into document.stored_content (address, kept_at) values (:address, :at) on conflict do nothing")
                    .param("address", kept.address()).param("at", Times.utc(clock.instant())).update();
        }
    }

    @Override
    public byte[] fetch(Kept kept) {
        if (kept.sealed() != null) {
            return kept.sealed();
        }
        Address address = Address.ofRow(kept.address());
        try {
            return stores.all().stream().map(store -> store.get(address)).flatMap(Optional::stream).findFirst()
                    .orElseThrow(() -> new DamagedContent(address.hex()));
        } catch (DamagedContent e) {
            LOG.error(e.getMessage());
            throw e;
        }
    }
}
