package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChunksUnderWayTest {

    private final List<String> done = new CopyOnWriteArrayList<>();

    /** The first goes on only when the second has come as far as it may. */
    @Test
    void twoChunksAreWorkedOnAtATimeAndEndInTheirOrder() {
        var secondIsFar = new CompletableFuture<Void>();
        try (var chunks = new ChunksUnderWay()) {
            chunks.begin(turn -> {
                turn.received();
                secondIsFar.join();
                turn.awaitFinishing();
                done.add("first");
            });
            chunks.begin(turn -> {
                turn.awaitReceiving();
                secondIsFar.complete(null);
                turn.awaitFinishing();
                done.add("second");
            });
            chunks.finish();
        }

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aChunkWhoseForerunnerNeverReceivedWritesNothing() {
        Turn first = Turn.first();
        Turn second = first.next();
        first.ended(false);

        assertThatExceptionOfType(Turn.GivenUp.class).isThrownBy(second::awaitReceiving);
    }

    @Test
    void whatComesAfterAChunkThatFailedIsGivenUp() {
        try (var chunks = new ChunksUnderWay()) {
            chunks.begin(turn -> {
                turn.received();
                throw new IllegalStateException("the first failed");
            });
            chunks.begin(turn -> {
                turn.awaitReceiving();
                turn.awaitFinishing();
                done.add("second");
            });

            assertThatIllegalStateException().isThrownBy(chunks::finish).withMessage("the first failed");
        }

        assertThat(done).isEmpty();
    }
}
