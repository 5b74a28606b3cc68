package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hejie.document.FileType;
import org.hejie.shared.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnifferTest {

    @Test
    void contentDecidesAndNotTheName() {
        assertThat(Sniffer.typeOf(Samples.jpeg(), "声明.pdf")).isEqualTo(FileType.JPEG);
    }

    @ParameterizedTest
    @CsvSource({"'%PDF-1.7 ...', PDF", "'#!AMR\n..', AMR", "'RIFF....WAVEfmt ', WAV", "'ID3....', MP3", "'RIFF....WEBPVP8 ', WEBP", "邻居噪声, TEXT"})
    void headsTellTypes(String head, FileType type) {
        assertThat(Sniffer.typeOf(head.getBytes(StandardCharsets.UTF_8), "x")).isEqualTo(type);
    }

    @Test
    void textSavedInGb18030IsText() {
        byte[] text = "楼上夜间施工，影响休息".getBytes(Charset.forName("GB18030"));

        assertThat(Sniffer.typeOf(text, "来信.txt")).isEqualTo(FileType.TEXT);
    }

    @Test
    void aWordDocumentIsKnownByItsParts() {
        assertThat(Sniffer.typeOf(Samples.wordDocumentUnpackingTo(10), "x.zip")).isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MZ\0\0\u0001program", "<html><script>", "<svg xmlns='x'>", "\0\0\0\0"})
    void programsAndPagesAreRefused(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "UNKNOWN");
    }

    @Test
    void aZipBombIsRefused() {
        assertRefused(Samples.wordDocumentUnpackingTo(50_000_000), "ZIP_BOMB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"....ftypheic....", "....ftypmif1....", "....ftypavif...."})
    void phonePhotosThatCannotBeCleanedAreRefusedWithWhatToDo(String head) {
        assertRefused(head.getBytes(StandardCharsets.US_ASCII), "PHOTO_FORMAT");
    }

    private static void assertRefused(byte[] content, String reason) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Sniffer.typeOf(content, "x"))
                .satisfies(problem -> assertThat(problem.reasonCode()).isEqualTo(reason));
    }
}
