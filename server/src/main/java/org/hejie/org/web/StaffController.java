package org.hejie.org.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.NewPost;
import org.hejie.org.NewStaff;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffRegister;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts by the system administrator, posts by the security administrator. */
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

    /** A post to be granted. */
    record Grant(@Nullable Role role, @Nullable Long unitId, @Nullable Long scopeUnitId, @Nullable LocalDate from,
            @Nullable LocalDate to) {
    }

    /** A password set by the administrator. */
    record NewPassword(@Nullable String password) {

        @Override
        public String toString() {
            return "NewPassword[hidden]";
        }
    }

    /** Number of what was made. */
    record Made(long id) {
    }

    private final StaffDirectory directory;
    private final StaffRegister register;
    private final Accounts accounts;
    private final Units units;

    StaffController(StaffDirectory directory, StaffRegister register, Accounts accounts, Units units) {
        this.directory = directory;
        this.register = register;
        this.accounts = accounts;
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

    /** Opens an account. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made open(@RequestBody NewAccount account) {
        new Problem.Fields()
                .reject(account.username() == null, "username", "REQUIRED")
                .reject(account.displayName() == null, "displayName", "REQUIRED")
                .reject(account.password() == null, "password", "REQUIRED")
                .done();
        var staff = new NewStaff(account.username(), account.displayName(),
                account.homeUnitId() == null ? null : unit(account.homeUnitId(), "homeUnitId"), List.of());
        Actor by = Actors.current();
        by.require(Role.SYSTEM_ADMIN);
        return new Made(accounts.open(by, staff, account.password(), true).value());
    }

    /** Grants a post, never to oneself. */
    @PostMapping("/{id}/posts")
    @ResponseStatus(HttpStatus.CREATED)
    Made grant(@PathVariable long id, @RequestBody Grant grant) {
        new Problem.Fields()
                .reject(grant.role() == null, "role", "REQUIRED")
                .reject(grant.unitId() == null, "unitId", "REQUIRED")
                .done();
        var post = new NewPost(grant.role(), unit(grant.unitId(), "unitId"),
                grant.scopeUnitId() == null ? null : unit(grant.scopeUnitId(), "scopeUnitId"), grant.from(), grant.to());
        return new Made(register.grant(Actors.current(), staff(id), post).value());
    }

    /** Takes away the right to sign in. */
    @PostMapping("/{id}/deactivation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deactivate(@PathVariable long id) {
        register.deactivate(Actors.current(), staff(id));
    }

    /** Sets a forgotten password anew, to be changed at the next sign-in. */
    @PostMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable long id, @RequestBody NewPassword fresh) {
        new Problem.Fields().reject(fresh.password() == null, "password", "REQUIRED").done();
        accounts.setPassword(Actors.current(), staff(id), fresh.password(), true);
    }

    /** Takes away a lost second factor. */
    @PostMapping("/{id}/totp-removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(@PathVariable long id) {
        accounts.removeTotp(Actors.current(), staff(id));
    }

    private static StaffId staff(long id) {
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
