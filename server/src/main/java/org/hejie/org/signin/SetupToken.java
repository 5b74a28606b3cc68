package org.hejie.org.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.FirstAdministrator;
import org.hejie.org.NewPost;
import org.hejie.org.NewStaff;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one-time token that is printed while there is no account; its hash alone is stored. */
@Service
class SetupToken implements FirstAdministrator {

    private final JdbcClient jdbc;
    private final KeptAccounts accounts;
    private final Units units;
    private final SignInSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    SetupToken(JdbcClient jdbc, KeptAccounts accounts, Units units, SignInSettings settings, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.units = units;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A fresh token, which replaces one printed before. */
    @Transactional
    public String print() {
        Instant now = clock.instant();
        String token = Tokens.fresh("");
        jdbc.sql("update org.setup_token set expires_at = :now where used_at is null and expires_at > :now")
                .param("now", Times.utc(now)).update();
        jdbc.sql("insert into org.setup_token (token_hash, made_at, expires_at) values (:hash, :now, :expiresAt)")
                .param("hash", Tokens.hash(token)).param("now", Times.utc(now))
                .param("expiresAt", Times.utc(now.plus(settings.setupTokenSpan())))
                .update();
        return token;
    }

    boolean nobodyIsThere() {
        return !jdbc.sql("select exists (select from org.staff)").query(Boolean.class).single();
    }

    @Override
    public StaffId create(String token, NewStaff staff, String password) {
        return accounts.open(Actor.system("setup", List.of()), first(staff), password, false, () -> use(token));
    }

    private NewStaff first(NewStaff staff) {
        var center = units.countyCenter().id();
        return new NewStaff(staff.username(), staff.displayName(), center,
                List.of(NewPost.of(Role.SYSTEM_ADMIN, center), NewPost.of(Role.SECURITY_ADMIN, center)));
    }

    /** Marks the token as used, in the transaction that makes the account. */
    private void use(String token) {
        boolean opened = jdbc.sql("""
                update org.setup_token set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now
                """)
                .param("now", Times.utc(clock.instant())).param("hash", Tokens.hash(token)).update() == 1;
        if (!opened || !nobodyIsThere()) {
            throw Problem.of(ProblemType.FORBIDDEN, "SETUP_TOKEN");
        }
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "FIRST_ADMINISTRATOR").by(AuditActor.SYSTEM));
    }
}
