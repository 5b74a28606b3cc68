package org.hejie.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecodingTest {

    private static final String LETTER = "编号,内容\n1,和平镇某小区楼上夜间施工噪声很大，请尽快处理。𬭊\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void chineseTextIsToldByItsBytes(String charset) {
        byte[] text = LETTER.getBytes(Charset.forName(charset));

        assertThat(new String(text, TextDecoding.charsetOf(text).orElseThrow())).isEqualTo(LETTER);
    }

    @Test
    void aShortGb18030TextIsReadToo() {
        byte[] text = "噪声".getBytes(Charset.forName("GB18030"));

        assertThat(new String(text, TextDecoding.charsetOf(text).orElseThrow())).isEqualTo("噪声");
    }

    @Test
    void bytesWithControlsAreNoText() {
        assertThat(TextDecoding.charsetOf("a\0b".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
