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

/** One-time tokens, one for each administrator's post that nobody holds; their hashes alone are stored. */
@Service
class SetupToken implements FirstAdministrator {

    private static final List<Role> ADMINISTRATORS =
            List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);

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

    /** A fresh token for a post, which replaces one printed before. */
    @Transactional
    public String print(Role role) {
        Instant now = clock.instant();
        String token = Tokens.fresh("");
        jdbc.sql("update org.setup_token set expires_at = :now where role = :role and used_at is null and expires_at > :now")
                .param("now", Times.utc(now)).param("role", role.name()).update();
        jdbc.sql("insert into org.setup_token (token_hash, role, made_at, expires_at) values (:hash, :role, :now, :expiresAt)")
                .param("hash", Tokens.hash(token)).param("role", role.name()).param("now", Times.utc(now))
                .param("expiresAt", Times.utc(now.plus(settings.setupTokenSpan())))
                .update();
        return token;
    }

    /** The administrators' posts that nobody holds today or later. */
    List<Role> vacant() {
        return ADMINISTRATORS.stream().filter(this::isVacant).toList();
    }

    @Override
    public StaffId create(String token, NewStaff staff, String password) {
        Role role = jdbc.sql("""
                select role from org.setup_token where token_hash = :hash and used_at is null and expires_at > :now
                """)
                .param("now", Times.utc(clock.instant())).param("hash", Tokens.hash(token))
                .query(String.class).optional().map(Role::valueOf).orElseThrow(SetupToken::refused);
        var center = units.countyCenter().id();
        var first = new NewStaff(staff.username(), staff.displayName(), center, List.of(NewPost.of(role, center)));
        return accounts.open(Actor.system("setup", List.of()), first, password, false, () -> use(token, role));
    }

    private boolean isVacant(Role role) {
        return !jdbc.sql("""
                select exists (select from org.post p join org.staff s on s.id = p.staff
                                where p.role = :role and s.deactivated_at is null
                                  and (p.valid_to is null or p.valid_to > :today))
                """)
                .param("role", role.name()).param("today", Times.dateOf(clock.instant())).query(Boolean.class).single();
    }

    private static Problem refused() {
        return Problem.of(ProblemType.FORBIDDEN, "SETUP_TOKEN");
    }

    /** Marks the token as used, in the transaction that makes the account. */
    private void use(String token, Role role) {
        boolean opened = jdbc.sql("""
                update org.setup_token set used_at = :now
                 where token_hash = :hash and used_at is null and expires_at > :now
                """)
                .param("now", Times.utc(clock.instant())).param("hash", Tokens.hash(token)).update() == 1;
        if (!opened || !isVacant(role)) {
            throw refused();
        }
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "FIRST_ADMINISTRATOR").by(AuditActor.SYSTEM));
    }
}
