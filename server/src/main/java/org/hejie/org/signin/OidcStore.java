package org.hejie.org.signin;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts that have begun, and accounts that are linked. */
@Repository
class OidcStore {

    /** @param staff who links his own account; null to sign in */
    record Attempt(String nonce, String verifier, @Nullable StaffId staff, String next) {

        @Override
        public String toString() {
            return "Attempt[hidden]";
        }
    }

    private final JdbcClient jdbc;

    OidcStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Attempt attempt, byte[] state, byte[] browser, Instant now, Instant expiresAt) {
        jdbc.sql("delete from org.oidc_attempt where expires_at < :now").param("now", Times.utc(now)).update();
        jdbc.sql("""
                insert into org.oidc_attempt (state_hash, browser_hash, nonce, verifier, staff, next, begun_at, expires_at)
                values (:state, :browser, :nonce, :verifier, :staff, :next, :now, :expiresAt)
                """)
                .param("state", state).param("browser", browser).param("nonce", attempt.nonce())
                .param("verifier", attempt.verifier())
                .param("staff", attempt.staff() == null ? null : attempt.staff().value(), Types.BIGINT)
                .param("next", attempt.next()).param("now", Times.utc(now)).param("expiresAt", Times.utc(expiresAt))
                .update();
    }

    /** The attempt of this state and browser, which is gone with this: an answer sent twice finds none. */
    Optional<Attempt> take(byte[] state, byte[] browser, Instant now) {
        return jdbc.sql("""
                delete from org.oidc_attempt
                 where state_hash = :state and browser_hash = :browser and expires_at > :now
                returning nonce, verifier, staff, next
                """)
                .param("state", state).param("browser", browser).param("now", Times.utc(now))
                .query((row, number) -> {
                    Long staff = row.getObject("staff", Long.class);
                    return new Attempt(row.getString("nonce"), row.getString("verifier"), staff == null ? null : new StaffId(staff),
                            row.getString("next"));
                })
                .optional();
    }

    Optional<StaffId> staffOf(String issuer, String subject) {
        return jdbc.sql("select staff from org.linked_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer).param("subject", subject).query(Long.class).optional().map(StaffId::new);
    }

    boolean isLinked(String issuer, StaffId staff) {
        return jdbc.sql("select exists (select from org.linked_identity where issuer = :issuer and staff = :staff)")
                .param("issuer", issuer).param("staff", staff.value()).query(Boolean.class).single();
    }

    void link(String issuer, String subject, StaffId staff, Instant at) {
        jdbc.sql("insert into org.linked_identity (issuer, subject, staff, linked_at) values (:issuer, :subject, :staff, :at)")
                .param("issuer", issuer).param("subject", subject).param("staff", staff.value()).param("at", Times.utc(at)).update();
    }

    void unlink(StaffId staff) {
        jdbc.sql("delete from org.linked_identity where staff = :staff").param("staff", staff.value()).update();
    }
}
