package org.hejie.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hejie.document.NewFile;
import org.hejie.intake.ResidentDesk;
import org.hejie.intake.ResidentReport;
import org.hejie.intake.ResidentSlip;
import org.hejie.intake.ResidentView;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The residents' page: report, follow by code or QR, add, evaluate. No account, nothing of the other side. */
@RestController
@RequestMapping("/api/v1/public")
class ResidentController {

    private static final String TOKEN = "X-Follow-Token";
    private static final int LONGEST_WORDS = 500;
    private static final Set<String> REASONS = Set.of("SLOW", "ATTITUDE", "NOT_SOLVED", "NOT_TOLD", "OTHER");

    private final ResidentDesk desk;
    private final FollowTokens tokens;

    ResidentController(ResidentDesk desk, FollowTokens tokens) {
        this.desk = desk;
        this.tokens = tokens;
    }

    /** Either code and queryCode, or the token of a slip's QR. */
    record FollowRequest(@Nullable String code, @Nullable String queryCode, @Nullable String qrToken) {
    }

    record Followed(String followToken, ResidentView view) {
    }

    record Material(@Nullable String text) {
    }

    record ResidentEvaluation(@Nullable Evaluation level, @Nullable List<String> reasons, @Nullable String text) {
    }

    @PostMapping(path = "/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResidentSlip report(@RequestPart ResidentReport report, @RequestPart(required = false) @Nullable List<MultipartFile> photos,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        return desk.report(report, files(photos), key, request.getRemoteAddr());
    }

    @PostMapping("/follow")
    Followed follow(@RequestBody FollowRequest by, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        MatterId matter;
        if (by.qrToken() != null && !by.qrToken().isBlank()) {
            matter = desk.open(by.qrToken(), address);
        } else {
            new Problem.Fields().reject(by.code() == null || by.code().isBlank(), "code", "REQUIRED")
                    .reject(by.queryCode() == null || by.queryCode().isBlank(), "queryCode", "REQUIRED").done();
            matter = desk.open(String.valueOf(by.code()), String.valueOf(by.queryCode()), address);
        }
        return new Followed(tokens.of(matter), desk.view(matter));
    }

    @GetMapping("/matters/current")
    ResponseEntity<ResidentView> current(@RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.view(tokens.read(token)));
    }

    @PostMapping(path = "/matters/current/materials", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestPart(required = false) @Nullable Material material,
            @RequestPart(required = false) @Nullable List<MultipartFile> photos) throws IOException {
        desk.add(tokens.read(token), material == null ? null : material.text(), files(photos));
    }

    @PostMapping("/matters/current/evaluation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void evaluate(@RequestHeader(name = TOKEN, required = false) @Nullable String token, @RequestBody ResidentEvaluation request) {
        MatterId matter = tokens.read(token);
        List<String> reasons = request.reasons() == null ? List.of() : request.reasons();
        new Problem.Fields().reject(request.level() == null, "level", "REQUIRED")
                .reject(!REASONS.containsAll(reasons), "reasons", "UNKNOWN")
                .reject(request.text() != null && request.text().length() > LONGEST_WORDS, "text", "LENGTH").done();
        String text = request.text() == null || request.text().isBlank() ? null : request.text().strip();
        if (request.level() != null) {
            desk.evaluate(matter, request.level(), reasons, text);
        }
    }

    private static List<NewFile> files(@Nullable List<MultipartFile> photos) throws IOException {
        List<NewFile> files = new ArrayList<>();
        List<MultipartFile> sent = photos == null ? List.of() : photos;
        if (sent.size() > ResidentDesk.MOST_PHOTOS) {
            throw Problem.field("photos", "TOO_MANY");
        }
        for (MultipartFile photo : sent) {
            if (photo.getSize() > NewFile.MAX_BYTES) {
                throw Problem.of(ProblemType.TOO_LARGE);
            }
            String name = photo.getOriginalFilename();
            files.add(new NewFile(name == null ? "" : name, photo.getBytes(), NewFile.PHOTO));
        }
        return files;
    }
}
