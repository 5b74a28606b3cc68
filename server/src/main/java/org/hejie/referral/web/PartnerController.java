package org.hejie.referral.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hejie.org.Actors;
import org.hejie.referral.Envelope;
import org.hejie.referral.Incoming;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerDoor;
import org.hejie.referral.PartnerDoor.PartnerWithdrawal;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PartnerView;
import org.hejie.referral.Received;
import org.hejie.referral.ReferralReceipt;
import org.hejie.referral.ReferralSheets;
import org.hejie.referral.ReferralSheets.ReferralsTaken;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the systems of court, police, petition bureau and procuratorate send referrals and ask after them. */
@RestController
@RequestMapping("/api/v1/partner/{system}")
class PartnerController {

    private final PartnerDoor door;
    private final ReferralSheets sheets;
    private final JsonMapper json;

    PartnerController(PartnerDoor door, ReferralSheets sheets, JsonMapper json) {
        this.door = door;
        this.sheets = sheets;
        this.json = json;
    }

    /** One of many. @param status as a single referral would have been answered; @param code of what stands against it */
    record ReferralItem(int index, int status, @Nullable ReferralReceipt receipt, @Nullable String code, List<FieldError> errors) {
    }

    record ReferralItems(List<ReferralItem> items) {
    }

    record PartnerSignature(@Nullable String outsideNo) {
    }

    record PartnerRefusal(@Nullable String reason) {
    }

    record PartnerAnswer(@Nullable Outcome outcome, @Nullable String text) {
    }

    /**
     * Takes one: 201, 200 when it was sent before, 409 under a number known with other content, 422 with the reason where a rule sends
     * it back; it is kept then, too.
     */
    @PostMapping("/referrals")
    ResponseEntity<ReferralReceipt> refer(@PathVariable String system, @RequestBody JsonNode body) {
        return switch (door.receive(named(system), List.of(read(body))).getFirst()) {
            case Received.Kept kept -> ResponseEntity.status(kept.repeated() ? HttpStatus.OK : HttpStatus.CREATED).body(kept.receipt());
            case Received.SentBack back -> throw Problem.of(ProblemType.RULE_REFUSED, reason(back), back.path());
            case Received.Conflict() -> throw Problem.of(ProblemType.OUTSIDE_NUMBER_CONFLICT);
            case Received.Refused(List<FieldError> errors) -> throw Problem.fields(errors);
        };
    }

    private static String reason(Received.SentBack back) {
        return "REFERRAL_" + back.receipt().reason();
    }

    /** Takes up to 500 in one transaction; each is answered for itself, in their order. */
    @PostMapping("/referral-batches")
    ReferralItems referAll(@PathVariable String system, @RequestBody JsonNode body) {
        PartnerSystem partner = named(system);
        JsonNode given = PartnerRequest.many(body, "referrals", PartnerDoor.MOST);
        ReferralItem[] items = new ReferralItem[given.size()];
        List<Incoming> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                readable.add(read(given.get(i)));
                places.add(i);
            } catch (Problem unreadable) {
                items[i] = refused(i, unreadable.errors());
            }
        }
        List<Received> received = readable.isEmpty() ? List.of() : door.receive(partner, readable);
        for (int i = 0; i < received.size(); i++) {
            items[places.get(i)] = item(places.get(i), received.get(i));
        }
        return new ReferralItems(List.of(items));
    }

    private static ReferralItem item(int index, Received received) {
        return switch (received) {
            case Received.Kept kept -> new ReferralItem(index, kept.repeated() ? 200 : 201, kept.receipt(), null, List.of());
            case Received.SentBack back -> new ReferralItem(index, 422, back.receipt(), reason(back), List.of(new FieldError(back.path(), reason(back))));
            case Received.Conflict() -> new ReferralItem(index, 409, null, ProblemType.OUTSIDE_NUMBER_CONFLICT.name(), List.of());
            case Received.Refused(List<FieldError> errors) -> refused(index, errors);
        };
    }

    private static ReferralItem refused(int index, List<FieldError> errors) {
        return new ReferralItem(index, 400, null, ProblemType.INVALID_FIELDS.name(), errors);
    }

    private Incoming read(JsonNode body) {
        try {
            Envelope envelope = json.treeToValue(body, Envelope.class);
            if (envelope == null) {
                throw Problem.field("body", "REQUIRED");
            }
            return new Incoming(envelope, body.toString());
        } catch (DatabindException wrong) {
            throw MalformedJson.problem(wrong);
        }
    }

    /** A spreadsheet of referrals; the rows refused come back with why. */
    @PostMapping("/referral-sheets")
    ReferralsTaken sheet(@PathVariable String system, @RequestParam MultipartFile file, Locale locale) throws IOException {
        if (file.getSize() > ReferralSheets.BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return sheets.take(named(system), file.getBytes(), locale);
    }

    /** Takes one back, or says that a lawsuit was filed. */
    @PostMapping("/withdrawals")
    ReferralReceipt withdraw(@PathVariable String system, @RequestBody PartnerWithdrawal withdrawal) {
        return door.withdraw(named(system), withdrawal);
    }

    /** The partner signs for what the centre sent. */
    @PostMapping("/referrals/{id}/receipt")
    ReferralReceipt sign(@PathVariable String system, @PathVariable long id, @RequestBody(required = false) @Nullable PartnerSignature request) {
        return door.sign(named(system), id, request == null ? null : request.outsideNo());
    }

    @PostMapping("/referrals/{id}/refusal")
    ReferralReceipt decline(@PathVariable String system, @PathVariable long id, @RequestBody PartnerRefusal request) {
        return door.decline(named(system), id, request.reason());
    }

    /** The partner answers what the centre sent. */
    @PostMapping("/referrals/{id}/answer")
    ReferralReceipt answer(@PathVariable String system, @PathVariable long id, @RequestBody PartnerAnswer request) {
        return door.answer(named(system), id, request.outcome(), request.text());
    }

    @GetMapping("/referrals/{id}")
    PartnerView find(@PathVariable String system, @PathVariable long id) {
        return door.find(reading(system), id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @GetMapping("/referrals")
    Page<PartnerView> list(@PathVariable String system, @RequestParam(required = false) @Nullable String outsideNo,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return door.list(reading(system), outsideNo, cursor, Asked.within(limit));
    }

    /** @throws Problem NOT_FOUND; FORBIDDEN for a token without the scope */
    static PartnerSystem named(String slug) {
        PartnerSystem system = PartnerRequest.system(slug);
        if (Actors.current().client() != null && Actors.current().activePost() == null) {
            Actors.current().requireTokenScope(system.submitScope());
        }
        return system;
    }

    private static PartnerSystem reading(String slug) {
        PartnerSystem system = PartnerRequest.system(slug);
        if (Actors.current().client() != null && Actors.current().activePost() == null) {
            Actors.current().requireTokenScope(system.readScope());
        }
        return system;
    }
}
