package org.hejie.org.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.PasswordResets;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links and codes as hashes; five wrong codes spend a link. */
@Service
class KeptPasswordResets implements PasswordResets {

    private static final int TRIES = 5;

    private record Row(long id, StaffId staff, byte @Nullable [] codeHash) {
    }

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final Accounts accounts;
    private final LockOuts lockOuts;
    private final SignInSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;

    KeptPasswordResets(JdbcClient jdbc, StaffDirectory directory, Accounts accounts, LockOuts lockOuts, SignInSettings settings,
            Ids ids, Clock clock, AuditLog audit) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.accounts = accounts;
        this.lockOuts = lockOuts;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    @Transactional
    public String link(Actor by, StaffId staff) {
        by.require(Role.SYSTEM_ADMIN);
        StaffMember member = active(staff);
        if (!member.posts().isEmpty() || !directory.postsOf(staff).isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "TWO_PERSONS");
        }
        String link = Tokens.fresh("");
        begin(staff, Tokens.hash(link), null);
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "PASSWORD_LINK_MADE").by(by.auditActor()).on("staff", staff.value()));
        return link;
    }

    @Override
    @Transactional
    public Begun begin(Actor by, StaffId staff) {
        server(by);
        active(staff);
        String code = Tokens.code();
        return new Begun(begin(staff, null, Tokens.hash(plain(code))), code);
    }

    @Override
    @Transactional
    public String takeLink(Actor by, long reset) {
        server(by);
        String link = Tokens.fresh("");
        boolean taken = jdbc.sql("""
                update org.password_reset set link_hash = :hash
                 where id = :id and link_hash is null and used_at is null and expires_at > :now
                """)
                .param("hash", Tokens.hash(link)).param("id", reset).param("now", Times.utc(clock.instant())).update() == 1;
        if (!taken) {
            throw Problem.of(ProblemType.WRONG_STATE, "NOTHING_TO_TAKE");
        }
        return link;
    }

    @Override
    @Transactional(noRollbackFor = Problem.class)
    public void use(String link, @Nullable String code, String password) {
        Row row = find(link).orElseThrow(KeptPasswordResets::refused);
        StaffMember member = directory.find(row.staff()).filter(StaffMember::active).orElseThrow(KeptPasswordResets::refused);
        if (row.codeHash() != null && (code == null || !Tokens.same(row.codeHash(), Tokens.hash(plain(code))))) {
            jdbc.sql("""
                    update org.password_reset set failures = failures + 1,
                           used_at = case when failures + 1 >= :tries then :now end
                     where id = :id
                    """)
                    .param("tries", TRIES).param("now", Times.utc(clock.instant())).param("id", row.id()).update();
            audit.record(AuditEntry.of(AuditKind.SIGN_IN, "PASSWORD_RESET").by(AuditActor.UNKNOWN).on("staff", row.staff().value())
                    .refused("CODE"));
            throw refused();
        }
        accounts.setPassword(Actor.system("password-reset", List.of()), row.staff(), password, false);
        jdbc.sql("update org.password_reset set used_at = :now where id = :id")
                .param("now", Times.utc(clock.instant())).param("id", row.id()).update();
        lockOuts.forget(member.username());
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "PASSWORD_RESET").by(AuditActor.staff(row.staff().value()))
                .on("staff", row.staff().value()));
    }

    /** One reset at a time: a new one ends those before. */
    private long begin(StaffId staff, byte @Nullable [] link, byte @Nullable [] code) {
        Instant now = clock.instant();
        long id = ids.next();
        jdbc.sql("update org.password_reset set used_at = :now where staff = :staff and used_at is null")
                .param("now", Times.utc(now)).param("staff", staff.value()).update();
        jdbc.sql("""
                insert into org.password_reset (id, staff, link_hash, code_hash, made_at, expires_at)
                values (:id, :staff, :link, :code, :now, :expiresAt)
                """)
                .param("id", id).param("staff", staff.value()).param("link", link).param("code", code)
                .param("now", Times.utc(now)).param("expiresAt", Times.utc(now.plus(settings.passwordResetSpan())))
                .update();
        return id;
    }

    private Optional<Row> find(String link) {
        return jdbc.sql("""
                select id, staff, code_hash from org.password_reset
                 where link_hash = :hash and used_at is null and expires_at > :now
                   for no key update
                """)
                .param("hash", Tokens.hash(link)).param("now", Times.utc(clock.instant()))
                .query((row, number) -> new Row(row.getLong("id"), new StaffId(row.getLong("staff")), row.getBytes("code_hash")))
                .optional();
    }

    private StaffMember active(StaffId staff) {
        return directory.find(staff).filter(StaffMember::active).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static void server(Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
    }

    private static Problem refused() {
        return Problem.of(ProblemType.FORBIDDEN, "RESET_LINK");
    }

    private static String plain(String code) {
        return code.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }
}
