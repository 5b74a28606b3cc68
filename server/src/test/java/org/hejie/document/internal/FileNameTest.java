package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.document.FileType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "欠条.png, 欠条.jpg",
        "../../etc/passwd, passwd.jpg",
        "C:\\Users\\x\\照片 1.JPG, 照片 1.jpg",
        "a\u202Egpj.exe, agpj.jpg",
        "'<script>.jpg', script.jpg",
        "..., file.jpg"})
    void namesAreCleaned(String sent, String kept) {
        assertThat(FileName.clean(sent, FileType.JPEG)).isEqualTo(kept);
    }
}
