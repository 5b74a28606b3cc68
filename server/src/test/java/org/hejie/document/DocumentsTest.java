package org.hejie.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.document.internal.PdfSamples;
import org.hejie.document.internal.Samples;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@HejieTest
class DocumentsTest {

    private static final Scope CLERK = Scope.of(901, 901, 71);
    private static final Scope OTHER = Scope.of(902, 902, 72);

    @Autowired
    Documents documents;

    JdbcClient owner;

    @Autowired
    void owner(@FlywayDataSource DataSource source) {
        owner = JdbcClient.create(source);
    }

    @Test
    void aFileComesBackAsItWasKept() {
        FileId id = storedByClerk("欠条.txt", "欠款八万元".getBytes());

        FileContent content = Scopes.as(CLERK, () -> documents.content(id));

        assertThat(content.bytes()).isEqualTo("欠款八万元".getBytes());
    }

    @Test
    void aWebpPhotoIsKeptWithoutItsPlace() {
        FileId id = storedByClerk("现场.heic", Samples.webpTakenAt("35.84N104.11E", 6));

        FileContent content = Scopes.as(CLERK, () -> documents.content(id));

        assertThat(content.file().name()).isEqualTo("现场.webp");
        assertThat(new String(content.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("35.84N");
    }

    @Test
    void aFileOutOfScopeDoesNotExist() {
        FileId id = storedByClerk("x.jpg", Samples.jpeg());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Scopes.as(OTHER, () -> documents.content(id)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void withoutScopeThereIsNoFile() {
        FileId id = storedByClerk("x.jpg", Samples.jpeg());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> documents.view(id));
    }

    @Test
    void anAttachedFileIsSeenByTheMattersUnits() {
        FileId id = storedByClerk("x.png", Samples.png());
        Scopes.run(CLERK, () -> documents.attach(List.of(id), 5001, new long[] {71, 72}));

        List<StoredFile> seen = Scopes.as(OTHER, () -> documents.of(5001));

        assertThat(seen).extracting(StoredFile::id).containsExactly(id);
    }

    @Test
    void sharingOpensAllFilesOfAMatter() {
        FileId id = storedByClerk("x.png", Samples.png());
        Scopes.run(CLERK, () -> documents.attach(List.of(id), 5002, new long[] {71}));
        Scopes.run(CLERK, () -> documents.share(5002, new long[] {72}));

        assertThat(Scopes.as(OTHER, () -> documents.view(id)).ownerId()).isEqualTo(5002);
    }

    @Test
    void aFileOfOneMatterIsNotGivenToAnother() {
        FileId id = storedByClerk("x.png", Samples.png());
        Scopes.run(CLERK, () -> documents.attach(List.of(id), 5003, new long[] {71}));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Scopes.run(CLERK, () -> documents.attach(List.of(id), 5004, new long[] {71})));
    }

    @Test
    void aRefusedFileLeavesNothing() {
        long before = rows();

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> storedByClerk("x.jpg", "MZ\0\0".getBytes()));

        assertThat(rows()).isEqualTo(before);
    }

    private FileId storedByClerk(String name, byte[] content) {
        return Scopes.as(CLERK, () -> documents.store(new NewFile(name, content, "material"), new long[] {71}));
    }

    private long rows() {
        return owner.sql("select count(*) from document.file").query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource({"SCRIPT, PDF_ACTIVE", "LAUNCH, PDF_ACTIVE", "ATTACHMENT, PDF_ACTIVE", "LOCKED, PDF_LOCKED", "BROKEN, PDF_BROKEN",
            "PROGRAM, UNKNOWN", "BOMB, PDF_BOMB", "OWNED, PDF_LOCKED"})
    void aPdfThatIsMoreThanPagesIsRefusedByName(PdfSamples sample, String reason) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> storedByClerk("扫描件.pdf", sample.bytes()))
                .satisfies(problem -> {
                    assertThat(problem.reasonCode()).isEqualTo(reason);
                    assertThat(problem.errors()).extracting(Problem.FieldError::path).containsExactly("file");
                });
    }

    @Test
    void aPdfWithALinkIsTaken() {
        FileId id = storedByClerk("扫描件.pdf", PdfSamples.LINK.bytes());

        assertThat(Scopes.as(CLERK, () -> documents.view(id)).type()).isEqualTo(FileType.PDF);
    }
}
