package org.hejie.referral.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.referral.LawsuitDraft;
import org.hejie.referral.LawsuitRow;
import org.hejie.referral.Lawsuits;
import org.hejie.referral.Lawsuits.Pushed;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.MalformedJson;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the court pushes lawsuits, and where the analyst looks at them. */
@RestController
@RequestMapping("/api/v1")
class LawsuitController {

    private static final String COUNT_ONLY = "LAWSUIT_COUNT_ONLY";

    private final Lawsuits lawsuits;
    private final JsonMapper json;

    LawsuitController(Lawsuits lawsuits, JsonMapper json) {
        this.lawsuits = lawsuits;
        this.json = json;
    }

    record LawsuitMade(long id) {
    }

    /** One of many. @param status as a single lawsuit would have been answered */
    record LawsuitItem(int index, int status, @Nullable Long id, @Nullable String code, List<FieldError> errors) {
    }

    record LawsuitItems(List<LawsuitItem> items) {
    }

    record LawsuitCount(@Nullable LocalDate filedOn, @Nullable String kind, @Nullable Integer count) {
    }

    /** Takes one: 201, 200 when it was pushed before, 409 under a number known with other content, 422 where only counts are pushed. */
    @PostMapping("/partner/{system}/lawsuits")
    ResponseEntity<LawsuitMade> push(@PathVariable String system, @RequestBody JsonNode body) {
        return switch (lawsuits.push(PartnerController.named(system), List.of(read(body))).getFirst()) {
            case Pushed.Kept kept -> ResponseEntity.status(kept.repeated() ? HttpStatus.OK : HttpStatus.CREATED).body(new LawsuitMade(kept.id()));
            case Pushed.Conflict() -> throw Problem.of(ProblemType.OUTSIDE_NUMBER_CONFLICT);
            case Pushed.CountOnly only -> throw Problem.of(ProblemType.RULE_REFUSED, COUNT_ONLY, "cause");
            case Pushed.Refused(List<FieldError> errors) -> throw Problem.fields(errors);
        };
    }

    /** Takes up to 500 in one transaction; each is answered for itself, in their order. */
    @PostMapping("/partner/{system}/lawsuit-batches")
    LawsuitItems pushAll(@PathVariable String system, @RequestBody JsonNode body) {
        JsonNode given = PartnerRequest.many(body, "lawsuits", Lawsuits.MOST);
        LawsuitItem[] items = new LawsuitItem[given.size()];
        List<LawsuitDraft> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                readable.add(read(given.get(i)));
                places.add(i);
            } catch (Problem unreadable) {
                items[i] = refused(i, unreadable.errors());
            }
        }
        List<Pushed> pushed = readable.isEmpty() ? List.of() : lawsuits.push(PartnerController.named(system), readable);
        for (int i = 0; i < pushed.size(); i++) {
            items[places.get(i)] = item(places.get(i), pushed.get(i));
        }
        return new LawsuitItems(List.of(items));
    }

    private static LawsuitItem item(int index, Pushed pushed) {
        return switch (pushed) {
            case Pushed.Kept kept -> new LawsuitItem(index, kept.repeated() ? 200 : 201, kept.id(), null, List.of());
            case Pushed.Conflict() -> new LawsuitItem(index, 409, null, ProblemType.OUTSIDE_NUMBER_CONFLICT.name(), List.of());
            case Pushed.CountOnly only -> new LawsuitItem(index, 422, null, COUNT_ONLY, List.of(new FieldError("cause", COUNT_ONLY)));
            case Pushed.Refused(List<FieldError> errors) -> refused(index, errors);
        };
    }

    private static LawsuitItem refused(int index, List<FieldError> errors) {
        return new LawsuitItem(index, 400, null, ProblemType.INVALID_FIELDS.name(), errors);
    }

    private LawsuitDraft read(JsonNode body) {
        try {
            LawsuitDraft draft = json.treeToValue(body, LawsuitDraft.class);
            if (draft == null) {
                throw Problem.field("body", "REQUIRED");
            }
            return draft;
        } catch (DatabindException wrong) {
            throw MalformedJson.problem(wrong);
        }
    }

    /** Says how many lawsuits were filed that come as counts alone. */
    @PutMapping("/partner/{system}/lawsuit-counts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(@PathVariable String system, @RequestBody LawsuitCount request) {
        lawsuits.count(PartnerController.named(system), request.filedOn(), request.kind(), request.count());
    }

    @GetMapping("/lawsuits")
    Page<LawsuitRow> list(@RequestParam(defaultValue = "true") boolean weighty, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return lawsuits.list(weighty, cursor, Asked.within(limit));
    }
}
