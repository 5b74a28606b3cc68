package org.hejie.party.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hejie.shared.crypto.KeyFile;
import org.hejie.shared.crypto.KeyRenewal.Standing;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.UnusableKeyFile;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator is told of keys. */
@HejieTest
class KeysCommandTest {

    private static final SealedColumn CONTENT = SealedColumn.of("document.content", "file_id", "sealed").ofContent();

    @TempDir
    Path folder;

    @Autowired
    private JdbcClient app;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @Test
    void anotherKeyFileIsRefusedAtStart() {
        KeyFile other = new KeyFile(folder.resolve("other.keys"));

        assertThatThrownBy(() -> new KeyMarks(other.create(), other, app).afterSingletonsInstantiated())
                .isInstanceOf(UnusableKeyFile.class).hasMessageContaining("not the one this database was written with");
    }

    @Test
    void eachOlderKeyIsSaidToBeNeededOrNot() {
        table(new Standing(CONTENT, Map.of(3, 2L), 0), new Standing(PartySealer.NAME, Map.of(1, 12_345L, 3, 10L), 0)).print(out());

        assertThat(told()).containsExactly(
                "Sealed under key                           1           2           3",
                "document.content.sealed                    0           0           2  (keys renew content)",
                "party.party.name                      12,345           0          10",
                "Key 1 is needed for 12,345 in the database; it makes the blind index and stays.",
                "Key 2 is needed for nothing in the database any more, only for older copies of it.");
    }

    @Test
    void whatLiesBesideTheDatabaseMayNeedAnyKey() {
        table(new Standing(CONTENT, Map.of(), 7)).print(out());

        assertThat(told()).contains("Key 2 may be needed for what lies beside the database.")
                .anySatisfy(line -> assertThat(line).contains("and 7 beside the database"));
    }

    @Test
    void aRenewalSaysWhatItLeft() {
        table(new Standing(PartySealer.NAME, Map.of(3, 10L), 0),
                new Standing(SealedColumn.of("dossier.part", "id", "sealed").appendOnly(), Map.of(1, 2L, 2, 3L, 3, 4L), 6)).printKept(out());

        assertThat(told()).containsExactly("5 of dossier.part.sealed stay under older keys: the table is append-only.",
                "6 of dossier.part.sealed lie beside the database and stay under the key of their time.");
    }

    private static KeyTable table(Standing... standings) {
        return new KeyTable(new KeyRing(Map.of(1, new byte[32], 2, new byte[32], 3, new byte[32])), List.of(standings));
    }

    private PrintStream out() {
        return new PrintStream(told, true, StandardCharsets.UTF_8);
    }

    private List<String> told() {
        return told.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
