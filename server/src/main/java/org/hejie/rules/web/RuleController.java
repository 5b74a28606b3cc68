package org.hejie.rules.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Rules;
import org.hejie.rules.web.RuleViews.Standing;
import org.hejie.rules.web.RuleViews.VersionRow;
import org.hejie.rules.web.RuleViews.VersionView;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafting, checking, trying and approving rules. Everybody in the house may read them. */
@RestController
@RequestMapping("/api/v1")
class RuleController {

    private static final int LONGEST_TEXT = 1_000_000;

    private final Rules rules;
    private final RuleViews views;

    RuleController(Rules rules, RuleViews views) {
        this.rules = rules;
        this.views = views;
    }

    record StandingList(List<Standing> items) {
    }

    record VersionList(List<VersionRow> items) {
    }

    /** @param reason why, 1 to 500 characters */
    record Why(@Nullable String reason) {
    }

    /** @param revision the one seen */
    record NewText(@Nullable String text, @Nullable Integer revision) {
    }

    /**
     * @param effectiveAt from when on it holds
     * @param atOnce that it holds at once; then no time is given
     * @param reason why, 1 to 500 characters
     */
    record Approval(@Nullable OffsetDateTime effectiveAt, @Nullable Boolean atOnce, @Nullable String reason) {

        /** Null: at once. */
        @Nullable Instant from() {
            boolean now = Boolean.TRUE.equals(atOnce);
            new Problem.Fields()
                    .reject(!now && effectiveAt == null, "effectiveAt", "REQUIRED")
                    .reject(now && effectiveAt != null, "effectiveAt", "NOT_ALLOWED")
                    .done();
            return effectiveAt == null ? null : effectiveAt.toInstant();
        }
    }

    /** Every rule set: what is in force, what comes, what is being written. */
    @GetMapping("/rules")
    StandingList standings() {
        staff();
        return new StandingList(rules.standings().stream().map(views::standing).toList());
    }

    /** All versions of a rule set, the newest first. */
    @GetMapping("/rules/{kind}/{name}/versions")
    VersionList history(@PathVariable String kind, @PathVariable String name) {
        staff();
        return new VersionList(rules.history(set(kind, name)).stream().map(views::row).toList());
    }

    /** Begins a draft with the newest approved text. */
    @PostMapping("/rules/{kind}/{name}/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    VersionView draft(@PathVariable String kind, @PathVariable String name, @RequestBody Why request) {
        return views.view(rules.draft(staff(), set(kind, name), reason(request.reason())));
    }

    /** A version, what is wrong with it and what differs in it. */
    @GetMapping("/rule-versions/{id}")
    VersionView version(@PathVariable long id) {
        staff();
        return views.view(rules.version(id));
    }

    /** The text as a file. */
    @GetMapping("/rule-versions/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        staff();
        var version = rules.version(id);
        var suffix = switch (version.set().kind()) {
            case ROUTING -> ".dmn";
            case PROCEDURE, SUPERVISION -> ".yaml";
            case CATEGORIES, HOURS, TWINS, SIGN_IN -> ".csv";
            case CALENDAR -> ".json";
        };
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(version.set().name() + "-" + version.number() + suffix).build().toString())
                .body(version.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the text of a draft. */
    @PutMapping("/rule-versions/{id}/text")
    VersionView write(@PathVariable long id, @RequestBody NewText request) {
        var text = request.text();
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Problem.field("text", text == null || text.isBlank() ? "REQUIRED" : "TOO_LONG");
        }
        if (request.revision() == null) {
            throw Problem.field("revision", "REQUIRED");
        }
        return views.view(rules.write(staff(), id, request.revision(), text));
    }

    /** Hands it to a second person. */
    @PostMapping("/rule-versions/{id}/submission")
    VersionView submit(@PathVariable long id, @RequestBody Why request) {
        return views.view(rules.submit(staff(), id, reason(request.reason())));
    }

    /** Gives it back to be mended. */
    @PostMapping("/rule-versions/{id}/return")
    VersionView sendBack(@PathVariable long id, @RequestBody Why request) {
        return views.view(rules.sendBack(staff(), id, reason(request.reason())));
    }

    /** Approves it for a time. Refused for whoever worked on it. */
    @PostMapping("/rule-versions/{id}/approval")
    VersionView approve(@PathVariable long id, @RequestBody Approval request) {
        return views.view(rules.approve(staff(), id, request.from(), reason(request.reason())));
    }

    /** Takes it back before it takes effect. */
    @PostMapping("/rule-versions/{id}/withdrawal")
    VersionView withdraw(@PathVariable long id, @RequestBody Why request) {
        return views.view(rules.withdraw(staff(), id, reason(request.reason())));
    }

    /** Gives a draft up. */
    @PostMapping("/rule-versions/{id}/discarding")
    VersionView discard(@PathVariable long id) {
        return views.view(rules.discard(staff(), id));
    }

    /** Whoever asks, a member of staff. */
    static Actor staff() {
        var actor = Actors.current();
        actor.staffId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        return actor;
    }

    private static RuleSet set(String kind, String name) {
        try {
            return new RuleSet(RuleKind.valueOf(kind.toUpperCase(Locale.ROOT)), name);
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.field("reason", "REQUIRED");
        }
        if (reason.length() > 500) {
            throw Problem.field("reason", "TOO_LONG");
        }
        return reason.strip();
    }
}
