package org.hejie.org.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.org.Passkey;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys as rows, each read and written under its {@link OwnersKey}. */
@Repository
class PasskeyStore {

    /**
     * What a device must have signed with.
     *
     * @param data           attested credential data: credential id and public key
     * @param signCount      what it counted last
     * @param backupEligible whether the device said that the key may lie on several devices; that never changes
     */
    record Key(long id, byte[] data, long signCount, boolean backupEligible) {
    }

    private final JdbcClient jdbc;
    private final OwnersKey key;

    PasskeyStore(JdbcClient jdbc, OwnersKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody has it already */
    void add(StaffId staff, String name, byte[] credentialId, Key made, Instant at) {
        key.of(staff, () -> jdbc.sql("""
                insert into org.passkey (id, staff, name, credential_id, key_data, sign_count, backup_eligible, registered_at)
                values (:id, :staff, :name, :credential, :data, :count, :eligible, :at)
                """)
                .param("id", made.id()).param("staff", staff.value()).param("name", name).param("credential", credentialId)
                .param("data", made.data()).param("count", made.signCount()).param("eligible", made.backupEligible())
                .param("at", Times.utc(at)).update());
    }

    Optional<Key> find(StaffId staff, byte[] credentialId) {
        return key.of(staff, () -> jdbc.sql("""
                select id, key_data, sign_count, backup_eligible from org.passkey
                 where staff = :staff and credential_id = :credential
                """)
                .param("staff", staff.value()).param("credential", credentialId)
                .query((row, number) -> new Key(row.getLong("id"), row.getBytes("key_data"), row.getLong("sign_count"),
                        row.getBoolean("backup_eligible")))
                .optional());
    }

    List<byte[]> credentialIds(StaffId staff) {
        return key.of(staff, () -> jdbc.sql("select credential_id from org.passkey where staff = :staff order by id")
                .param("staff", staff.value()).query(byte[].class).list());
    }

    List<Passkey> list(StaffId staff) {
        return key.of(staff, () -> jdbc.sql("""
                select id, name, registered_at, last_used_at from org.passkey where staff = :staff order by registered_at desc, id desc
                """)
                .param("staff", staff.value())
                .query((row, number) -> new Passkey(row.getLong("id"), row.getString("name"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list());
    }

    /** Notes a use; false if another use counted as far meanwhile. */
    boolean used(StaffId staff, Key before, long count, Instant at) {
        return key.of(staff, () -> jdbc.sql("""
                update org.passkey set sign_count = :count, last_used_at = :at
                 where id = :id and staff = :staff and sign_count = :before
                """)
                .param("count", count).param("at", Times.utc(at)).param("id", before.id()).param("staff", staff.value())
                .param("before", before.signCount()).update()) == 1;
    }

    boolean remove(StaffId staff, long passkey) {
        return key.of(staff, () -> jdbc.sql("delete from org.passkey where id = :id and staff = :staff")
                .param("id", passkey).param("staff", staff.value()).update()) == 1;
    }

    /** All of a person; their number. */
    int removeAll(StaffId staff) {
        return key.of(staff, () -> jdbc.sql("delete from org.passkey where staff = :staff")
                .param("staff", staff.value()).update());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
