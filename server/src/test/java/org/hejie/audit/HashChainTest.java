package org.hejie.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.hejie.shared.crypto.Sm3;
import org.junit.jupiter.api.Test;

class HashChainTest {

    @Test
    void theOriginIsTheHashOfTableAndChain() {
        assertThat(HashChain.origin("matter.event", 42))
                .isEqualTo(Sm3.hash("hejie-chain-1\nmatter.event\n42".getBytes(StandardCharsets.UTF_8)));
    }

    /** Written out by hand from the documentation, as an outsider would. */
    @Test
    void aRowIsHashedAsDocumented() {
        byte[] origin = HashChain.origin("matter.event", 42);
        var message = new ByteArrayOutputStream();
        message.writeBytes(origin);
        message.writeBytes(ByteBuffer.allocate(16).putLong(42).putLong(1).array());
        message.writeBytes(field('T', "受理".getBytes(StandardCharsets.UTF_8)));
        message.writeBytes(field('N', eight(-7)));
        message.writeBytes(field('I', eight(1_764_000_000_123_456L)));
        message.writeBytes(field('D', eight(20_000)));
        message.writeBytes(field('F', new byte[] {1}));
        message.writeBytes(field('B', new byte[] {1, 2, 3}));
        message.writeBytes(field('-', new byte[0]));

        byte[] hash = new HashChain().next(origin, 42, 1, new ChainFields()
                .text("受理").number(-7).instant(Instant.parse("2025-11-24T16:00:00.123456Z"))
                .date(LocalDate.ofEpochDay(20_000)).flag(true).bytes(new byte[] {1, 2, 3}).text(null));

        assertThat(hash).isEqualTo(Sm3.hash(message.toByteArray()));
    }

    @Test
    void absentAndEmptyDiffer() {
        assertThat(hashOf(new ChainFields().text(null))).isNotEqualTo(hashOf(new ChainFields().text("")));
    }

    @Test
    void textMovedBetweenFieldsDiffers() {
        assertThat(hashOf(new ChainFields().text("ab").text("c")))
                .isNotEqualTo(hashOf(new ChainFields().text("a").text("bc")));
    }

    @Test
    void clearedFieldsAreFieldsAnew() {
        ChainFields fields = new ChainFields().text("x".repeat(1_000));

        assertThat(hashOf(fields.clear().text("a"))).isEqualTo(hashOf(new ChainFields().text("a")));
    }

    private static byte[] hashOf(ChainFields fields) {
        return new HashChain().next(HashChain.origin("t.t", 1), 1, 1, fields);
    }

    private static byte[] field(char tag, byte[] content) {
        return ByteBuffer.allocate(5 + content.length).put((byte) tag).putInt(content.length).put(content).array();
    }

    private static byte[] eight(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }
}
