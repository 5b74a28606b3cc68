package org.hejie.document.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hejie.document.ContentVault.DamagedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Walks all content beside the database that rows name: to bring it into the store that takes new content, or to read it. It may be stopped at any
 * time and begun anew, and the server may work meanwhile.
 */
@Component
class ContentInventory {

    private static final int AT_ONCE = 500;

    private final ContentStores stores;
    private final JdbcClient jdbc;

    ContentInventory(ContentStores stores, JdbcClient jdbc) {
        this.stores = stores;
        this.jdbc = jdbc;
    }

    /** What became of the content at one address. */
    enum Outcome {
        /** It was brought over and read back. */
        COPIED,
        /** It had been there. */
        THERE,
        /** It is as it was kept. */
        SOUND,
        /** No store has it. */
        MISSING,
        /** Something else lies at its address. */
        DAMAGED
    }

    /** Told of each address, in their order. */
    interface Report {
        void on(Address address, Outcome outcome);
    }

    /** How many addresses rows name. */
    long size() {
        return jdbc.sql("select count(*) from document.stored_content").query(Long.class).single();
    }

    /** Brings into the chosen store what lies in another; nothing is taken away there. */
    void copy(Report report) {
        ContentStore to = stores.chosen().orElseThrow();
        walk(address -> report.on(address, copied(address, to)));
    }

    private Outcome copied(Address address, ContentStore to) {
        if (to.holds(address)) {
            return Outcome.THERE;
        }
        return read(stores.further(), address, sealed -> {
            to.put(address, sealed);
            return to.get(address).isPresent() ? Outcome.COPIED : Outcome.MISSING;
        });
    }

    /** Reads everything from where the server would read it. */
    void verify(Report report) {
        walk(address -> report.on(address, read(stores.all(), address, sealed -> Outcome.SOUND)));
    }

    private interface Use {
        Outcome of(byte[] sealed);
    }

    private static Outcome read(List<ContentStore> from, Address address, Use use) {
        try {
            return from.stream().map(store -> store.get(address)).flatMap(Optional::stream).findFirst().map(use::of).orElse(Outcome.MISSING);
        } catch (DamagedContent e) {
            return Outcome.DAMAGED;
        }
    }

    private void walk(Consumer<Address> step) {
        List<byte[]> page = after(new byte[0]);
        while (!page.isEmpty()) {
            page.forEach(address -> step.accept(Address.ofRow(address)));
            page = after(page.getLast());
        }
    }

    private List<byte[]> after(byte[] last) {
        return jdbc.sql("select address from document.stored_content where address > :last order by address limit :limit")
                .param("last", last).param("limit", AT_ONCE).query((row, number) -> row.getBytes(1)).list();
    }
}
