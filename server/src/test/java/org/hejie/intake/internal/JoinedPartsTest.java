package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedPartsTest {

    private final List<String> parts = List.of("first,", "", "second,", "third");
    private final List<Integer> opened = new ArrayList<>();

    @Test
    void allPartsAreReadInTheirOrder() throws IOException {
        assertThat(new String(joined().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("first,second,third");
        assertThat(opened).containsExactly(0, 1, 2, 3);
    }

    @Test
    void byteByByteItIsTheSame() throws IOException {
        var text = new StringBuilder();
        try (InputStream stream = joined()) {
            for (int read = stream.read(); read >= 0; read = stream.read()) {
                text.append((char) read);
            }
            assertThat(stream.read()).isNegative();
        }
        assertThat(text).hasToString("first,second,third");
    }

    @Test
    void noPartsAreNothing() throws IOException {
        try (InputStream stream = new JoinedParts(0, this::open)) {
            assertThat(stream.read()).isNegative();
            assertThat(stream.read(new byte[4])).isNegative();
        }
    }

    @Test
    void whatWasNotReadIsNotOpenedByClosing() throws IOException {
        try (InputStream stream = joined()) {
            assertThat(stream.read()).isEqualTo('f');
        }
        assertThat(opened).containsExactly(0);
    }

    @Test
    void aClosedStreamGivesNothingMore() throws IOException {
        InputStream stream = joined();
        stream.close();
        assertThat(stream.read()).isNegative();
        assertThat(opened).isEmpty();
    }

    private InputStream joined() {
        return new JoinedParts(parts.size(), this::open);
    }

    private InputStream open(int no) {
        opened.add(no);
        return new ByteArrayInputStream(parts.get(no).getBytes(StandardCharsets.UTF_8));
    }
}
