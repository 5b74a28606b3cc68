package org.hejie.matter.web;

import java.net.URI;
import org.hejie.matter.BackEntryLimits;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.matter.Registered.Receipt;
import org.hejie.matter.RegisterOnce;
import org.hejie.matter.ResidentDoors;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.ProxyEntry;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registers a matter, shows one, prints its slip again. */
@RestController
@RequestMapping("/api/v1/matters")
class MatterController {

    private final Matters matters;
    private final RegisterOnce once;
    private final ResidentDoors doors;
    private final ProxyEntry proxies;
    private final BackEntryLimits backEntries;
    private final AuditLog audit;

    MatterController(Matters matters, RegisterOnce once, ResidentDoors doors, ProxyEntry proxies,
            BackEntryLimits backEntries, AuditLog audit) {
        this.backEntries = backEntries;
        this.audit = audit;
        this.matters = matters;
        this.once = once;
        this.doors = doors;
        this.proxies = proxies;
    }

    /** @param receipt what the slip carries */
    record RegisteredAnswer(long id, String code, String status, int version, Slip receipt) {
    }

    record Slip(String code, String queryCode, String qrToken) {
    }

    @PostMapping
    ResponseEntity<RegisteredAnswer> register(@RequestBody RegisterRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        RegisterMatter matter = request.toMatter(backEntries);
        Actor actor = Actors.current();
        Actor entering = matter.enteredFor() == null ? actor : proxies.inTheNameOf(actor, matter.enteredFor());
        Registered registered = Actors.as(entering, () -> once.register(key, matter));
        return ResponseEntity.created(URI.create("/api/v1/matters/" + registered.id().value()))
                .eTag(Integer.toString(registered.version()))
                .body(new RegisteredAnswer(registered.id().value(), registered.code().value(), registered.status().name(),
                        registered.version(), slip(registered.code().value(), registered.receipt())));
    }

    @GetMapping("/{id}")
    ResponseEntity<MatterDetail> detail(@PathVariable long id) {
        MatterDetail detail = matters.detail(new MatterId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        audit.record(AuditEntry.of(AuditKind.READ, "MATTER_READ").by(Actors.current().auditActor()).on("matter", id));
        return ResponseEntity.ok().eTag(Integer.toString(detail.version())).body(detail);
    }

    /** The slip once more: for a lost paper, marked 补 by the page that prints it. */
    @GetMapping("/{id}/receipt")
    Slip receipt(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_REGISTER);
        Matters.Standing standing = standing(id);
        return slip(standing.code().value(), doors.slip(standing.id()));
    }

    /** A new slip; the one given out before opens nothing any more. */
    @PostMapping("/{id}/receipt-renewals")
    Slip renew(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_REGISTER);
        Matters.Standing standing = standing(id);
        return slip(standing.code().value(), doors.renew(standing.id()));
    }

    private Matters.Standing standing(long id) {
        return matters.standing(new MatterId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static Slip slip(String code, Receipt receipt) {
        return new Slip(code, receipt.queryCode(), receipt.token());
    }
}
