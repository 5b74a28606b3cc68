package org.hejie.party.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sql.DataSource;
import org.hejie.party.NewParty;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PhoneNumber;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.KeyFile;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.UnusableKeyFile;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test gives the table back as it was: other tests read it with the application's own key. */
@HejieTest
class KeyRenewalTest {

    private static final long TOWN = 901;

    @TempDir
    Path folder;

    @Autowired
    private Parties parties;
    @Autowired
    private KeyFile file;
    @Autowired
    private JdbcClient app;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    private JdbcClient owner;
    private PartyId party;
    private KeyRing rotated;

    @BeforeEach
    void aPartyAndARotatedCopyOfTheKeys() throws IOException {
        owner = JdbcClient.create(ownerDataSource);
        party = Scopes.as(Scope.of(1, TOWN), () -> parties.register(
                NewParty.person("王某某").with(new PhoneNumber("13800138000")), new long[] {TOWN}));
        Path copy = folder.resolve("copy.keys");
        Files.copy(Path.of(file.toString()), copy, StandardCopyOption.COPY_ATTRIBUTES);
        rotated = new KeyFile(copy).rotate();
        owner.sql("create table public.party_kept as select * from party.party").update();
    }

    @AfterEach
    void theTableAsItWas() {
        owner.sql("""
                update party.party p
                   set name = k.name, document_number = k.document_number, phone = k.phone, address = k.address, notes = k.notes
                  from public.party_kept k
                 where k.id = p.id
                """).update();
        owner.sql("drop table public.party_kept").update();
    }

    @Test
    void fieldsUnderAnOldKeyAreWrittenUnderTheNewOne() {
        renewal().renew();

        byte[] envelope = owner.sql("select name from party.party where id = :id").param("id", party.value())
                .query(byte[].class).single();
        assertThat(envelope[1]).isEqualTo((byte) 2);
        assertThat(new FieldCipher(rotated).decrypt(new FieldPlace(PartySealer.NAME, party.value()), envelope)).isEqualTo("王某某");
    }

    @Test
    void aSecondRunFindsNothingLeft() {
        assertThat(renewal().renew()).isPositive();
        assertThat(renewal().renew()).isZero();
    }

    @Test
    void anotherKeyFileIsRefusedAtStart() {
        KeyFile other = new KeyFile(folder.resolve("other.keys"));

        assertThatThrownBy(() -> new KeyMarks(other.create(), other, app).afterSingletonsInstantiated())
                .isInstanceOf(UnusableKeyFile.class).hasMessageContaining("not the one this database was written with");
    }

    private KeyRenewal renewal() {
        return new KeyRenewal(ownerDataSource, new FieldCipher(rotated), rotated);
    }
}
