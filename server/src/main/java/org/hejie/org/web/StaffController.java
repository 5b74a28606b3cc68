package org.hejie.org.web;

import java.util.List;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.NewStaff;
import org.hejie.org.PasswordResets;
import org.hejie.org.Role;
import org.hejie.org.Sessions;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffRegister;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, by the system administrator; what opens cases is asked for ({@link GrantController}). */
@RestController
@RequestMapping("/api/v1/staff")
class StaffController {

    /** An account to be opened; its password has to be changed at the first sign-in. */
    record NewAccount(@Nullable String username, @Nullable String displayName, @Nullable String password, @Nullable Long homeUnitId) {

        @Override
        public String toString() {
            return "NewAccount[hidden]";
        }
    }

    /** The secret of a link to set a password, shown this once. */
    record PasswordLink(String link) {

        @Override
        public String toString() {
            return "PasswordLink[hidden]";
        }
    }

    /** Number of what was made. */
    record NewId(long id) {
    }

    private final StaffDirectory directory;
    private final StaffRegister register;
    private final Accounts accounts;
    private final PasswordResets resets;
    private final Sessions sessions;
    private final PersonViews views;
    private final Units units;

    StaffController(StaffDirectory directory, StaffRegister register, Accounts accounts, PasswordResets resets,
            Sessions sessions, PersonViews views, Units units) {
        this.directory = directory;
        this.register = register;
        this.accounts = accounts;
        this.resets = resets;
        this.sessions = sessions;
        this.views = views;
        this.units = units;
    }

    /** Staff by user name; user names are shown to administrators alone. */
    @GetMapping
    Page<StaffView> list(
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actor actor = Actors.current();
        if (actor.kind() != Actor.Kind.STAFF && actor.activePost() == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        boolean administrator = actor.is(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        var page = directory.list(unit == null ? null : unit(unit, "unit"), q, cursor, Limits.check(limit));
        return new Page<>(page.items().stream().map(one -> StaffView.of(one, units, administrator)).toList(),
                page.nextCursor(), page.total());
    }

    /** What somebody can see and why, for administrators. */
    @GetMapping("/{id}")
    PersonView person(@PathVariable long id) {
        Actors.current().require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        return views.of(directory.find(staff(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
    }

    /** Opens an account; without a password its owner gets one by a link. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewId open(@RequestBody NewAccount account) {
        new Problem.Fields()
                .reject(account.username() == null, "username", "REQUIRED")
                .reject(account.displayName() == null, "displayName", "REQUIRED")
                .done();
        var staff = new NewStaff(account.username(), account.displayName(),
                account.homeUnitId() == null ? null : unit(account.homeUnitId(), "homeUnitId"), List.of());
        Actor by = Actors.current();
        by.require(Role.SYSTEM_ADMIN);
        return new NewId(account.password() == null ? register.add(by, staff).value()
                : accounts.open(by, staff, account.password(), true).value());
    }

    /** Takes away the right to sign in. */
    @PostMapping("/{id}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable long id) {
        register.deactivate(Actors.current(), staff(id));
    }

    /** Closes the account for a while. */
    @PostMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(@PathVariable long id) {
        register.lock(Actors.current(), staff(id));
    }

    /** Opens it again, also after wrong passwords. */
    @PostMapping("/{id}/unlocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable long id) {
        accounts.unlock(Actors.current(), staff(id));
    }

    /** A link with which an account without posts gets its password; for others two administrators are needed. */
    @PostMapping("/{id}/password-link")
    ResponseEntity<PasswordLink> passwordLink(@PathVariable long id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new PasswordLink(resets.link(Actors.current(), staff(id))));
    }

    /** Somebody's open sessions, for the security administrator. */
    @GetMapping("/{id}/sessions")
    OwnSessionController.SessionList sessions(@PathVariable long id) {
        return new OwnSessionController.SessionList(sessions.of(Actors.current(), staff(id)));
    }

    /** Ends them all. */
    @PostMapping("/{id}/sessions/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable long id) {
        sessions.endAll(Actors.current(), staff(id));
    }

    /** Takes away a lost second factor. */
    @PostMapping("/{id}/totp-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(@PathVariable long id) {
        accounts.removeTotp(Actors.current(), staff(id));
    }

    static StaffId staff(long id) {
        if (id <= 0) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return new StaffId(id);
    }

    private UnitId unit(long id, String field) {
        if (id <= 0 || units.find(new UnitId(id)).isEmpty()) {
            throw Problem.field(field, "UNKNOWN");
        }
        return new UnitId(id);
    }
}
