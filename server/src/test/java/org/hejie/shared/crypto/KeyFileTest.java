package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void aPathInAFolderNotThereYet() {
        path = folder.resolve("keys").resolve("hejie.keys");
        file = new KeyFile(path);
    }

    @Test
    void aCreatedFileIsForItsOwnerAlone() throws Exception {
        file.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
    }

    @Test
    void aLoadedRingDerivesWhatTheCreatedOneDid() {
        byte[] derived = file.create().derive("resident-token", 32);

        assertThat(file.load().derive("resident-token", 32)).isEqualTo(derived);
    }

    @Test
    void rotationAddsAKeyAndKeepsDerivedSecrets() {
        byte[] derived = file.create().derive("resident-token", 32);
        file.rotate();
        KeyRing ring = file.load();

        assertThat(ring.ids()).containsExactly(1, 2);
        assertThat(ring.currentId()).isEqualTo(2);
        assertThat(ring.derive("resident-token", 32)).isEqualTo(derived);
    }

    @Test
    void differentLabelsGiveDifferentSecrets() {
        KeyRing ring = file.create();

        assertThat(ring.derive("a", 32)).isNotEqualTo(ring.derive("b", 32));
    }

    @Test
    void aFileOthersCanOpenIsRefused() throws Exception {
        file.create();
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(file::load).isInstanceOf(UnusableKeyFile.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aMalformedLineIsNamedByItsNumberAlone() throws Exception {
        file.create();
        Files.writeString(path, "hejie-keys 1\nkey 1 00ff\n");

        assertThatThrownBy(file::load).isInstanceOf(UnusableKeyFile.class)
                .hasMessageContaining("line 2").hasMessageNotContaining("00ff");
    }

    @Test
    void aFileWithoutKeysIsRefused() throws Exception {
        file.create();
        Files.writeString(path, "hejie-keys 1\n");

        assertThatThrownBy(file::load).isInstanceOf(UnusableKeyFile.class);
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(file::load).isInstanceOf(UnusableKeyFile.class).hasMessageContaining("cannot be read");
    }

    @Test
    void aPrintedRingShowsIdsAlone() {
        assertThat(file.create()).hasToString("KeyRing[ids=[1]]");
    }
}
