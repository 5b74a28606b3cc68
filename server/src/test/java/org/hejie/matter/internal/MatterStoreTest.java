package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Troubles;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/** A move is saved whole or undone, though nobody waits for its answer. */
@HejieTest
class MatterStoreTest {

    @Autowired MatterStore store;
    @Autowired MatterLoader loader;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired TransactionTemplate transaction;
    private Actor clerk;
    private MatterId matter;

    @BeforeEach
    void aMatter() {
        clerk = county.window(301);
        matter = new Troubles(matters, county).noise();
    }

    @Test
    void theVersionThatWasLoadedIsSaved() {
        saved(0);

        assertThat(visits()).isEqualTo(7);
    }

    @Test
    void anotherVersionUndoesTheTransaction() {
        assertThatThrownBy(() -> saved(1)).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(visits()).isZero();
    }

    private void saved(int off) {
        Actors.run(clerk, () -> transaction.executeWithoutResult(status -> {
            Matter loaded = loader.forMove(matter).orElseThrow();
            loaded.visitCount = 7;
            store.update(loaded, loaded.version + off);
        }));
    }

    private int visits() {
        return Actors.as(clerk, () -> transaction.execute(status -> loader.read(matter))).orElseThrow().visitCount;
    }
}
