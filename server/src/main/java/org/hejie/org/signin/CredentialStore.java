package org.hejie.org.signin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Passwords and second factors, each read and written under its {@link OwnersKey}.
 */
@Repository
class CredentialStore implements SealedColumns {

    /**
     * What one person proves himself with.
     *
     * @param totp secret of the confirmed second factor; null when there is none
     */
    record Credential(String passwordHash, boolean mustChange, @Nullable Factor totp, @Nullable Factor unconfirmed) {

        @Override
        public String toString() {
            return "Credential[hidden]";
        }
    }

    /** @param lastStep last step whose code was used */
    record Factor(byte[] secret, long lastStep) {
    }

    private static final SealedColumn SECRET = SealedColumn.of("org.credential", "staff", "totp_secret");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Clock clock;
    private final OwnersKey key;

    CredentialStore(JdbcClient jdbc, FieldCipher cipher, Clock clock, OwnersKey key) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
        this.key = key;
    }

    Optional<Credential> find(StaffId staff) {
        return key.of(staff, () -> jdbc.sql("""
                select password_hash, must_change, totp_secret, totp_confirmed_at is not null as confirmed, totp_last_step
                  from org.credential
                 where staff = :staff
                """)
                .param("staff", staff.value())
                .query((row, number) -> {
                    byte[] sealed = row.getBytes("totp_secret");
                    Factor factor = sealed == null ? null
                            : new Factor(Base32.decode(cipher.decrypt(SECRET.place(staff.value()), sealed)), row.getLong("totp_last_step"));
                    boolean confirmed = row.getBoolean("confirmed");
                    return new Credential(row.getString("password_hash"), row.getBoolean("must_change"),
                            confirmed ? factor : null, confirmed ? null : factor);
                })
                .optional());
    }

    void setPassword(StaffId staff, String hash, boolean mustChange) {
        key.of(staff, () -> jdbc.sql("""
                insert into org.credential (staff, password_hash, must_change, changed_at)
                values (:staff, :hash, :mustChange, :at)
                on conflict (staff) do update
                   set password_hash = excluded.password_hash, must_change = excluded.must_change,
                       changed_at = excluded.changed_at
                """)
                .param("staff", staff.value()).param("hash", hash).param("mustChange", mustChange)
                .param("at", Times.utc(clock.instant()))
                .update());
    }

    /** Keeps a secret that does not count yet. */
    boolean enrol(StaffId staff, String base32) {
        return key.of(staff, () -> jdbc.sql("""
                update org.credential set totp_secret = :secret, totp_last_step = 0
                 where staff = :staff and totp_confirmed_at is null
                """)
                .param("secret", cipher.encrypt(SECRET.place(staff.value()), base32)).param("staff", staff.value())
                .update()) == 1;
    }

    void confirm(StaffId staff) {
        key.of(staff, () -> jdbc.sql("update org.credential set totp_confirmed_at = :at where staff = :staff")
                .param("at", Times.utc(clock.instant())).param("staff", staff.value()).update());
    }

    void removeTotp(StaffId staff) {
        key.of(staff, () -> jdbc.sql("""
                update org.credential set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0
                 where staff = :staff
                """).param("staff", staff.value()).update());
    }

    /** Marks the step's code as used; false if it, or a later one, was used already. */
    boolean useStep(StaffId staff, long step) {
        return key.of(staff, () -> jdbc.sql("""
                update org.credential set totp_last_step = :step
                 where staff = :staff and totp_last_step < :step
                """).param("step", step).param("staff", staff.value()).update()) == 1;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SECRET);
    }
}
