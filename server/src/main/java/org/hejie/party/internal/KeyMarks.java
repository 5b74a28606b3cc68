package org.hejie.party.internal;

import java.nio.file.Path;
import java.util.Arrays;
import org.hejie.shared.crypto.KeyFile;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.UnusableKeyFile;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start with a key file other than the one this database was written with. */
@Component
class KeyMarks implements SmartInitializingSingleton {

    private record Mark(int keyId, byte[] fingerprint) {}

    private final KeyRing keys;
    private final KeyFile file;
    private final JdbcClient jdbc;

    KeyMarks(KeyRing keys, KeyFile file, JdbcClient jdbc) {
        this.keys = keys;
        this.file = file;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("select key_id, fingerprint from party.key_mark order by key_id").query(Mark.class).list()
                .forEach(this::compare);
        keys.ids().forEach(this::mark);
    }

    private void compare(Mark mark) {
        if (!keys.ids().contains(mark.keyId()) || !Arrays.equals(keys.fingerprint(mark.keyId()), mark.fingerprint())) {
            throw new UnusableKeyFile(Path.of(file.toString()),
                    "is not the one this database was written with: key " + mark.keyId() + " is missing or another", null);
        }
    }

    private void mark(int keyId) {
        jdbc.sql("insert into party.key_mark (key_id, fingerprint) values (:id, :fingerprint) on conflict do nothing")
                .param("id", keyId)
                .param("fingerprint", keys.fingerprint(keyId))
                .update();
    }
}
