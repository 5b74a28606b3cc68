package org.hejie.seal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hejie.seal.SealVerdict;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.hejie.seal.Sealing;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Anybody who holds a paper and its seal may ask whether they belong together. Nothing of them is kept. */
@RestController
@RequestMapping("/api/v1/public")
class PublicSealController {

    private static final long LARGEST_PAPER = 20L * 1024 * 1024;

    private final Sealing sealing;
    private final RateLimiter tries;
    private final RateLimiter reads;

    PublicSealController(Sealing sealing, Clock clock) {
        this.sealing = sealing;
        this.tries = new RateLimiter(20, Duration.ofMinutes(10), clock);
        this.reads = new RateLimiter(60, Duration.ofMinutes(10), clock);
    }

    /** @param reason why not, if not valid; @param subject whose seal; @param serial of its certificate; @param signedAt when it was put */
    record SealChecked(boolean valid, @Nullable Reason reason, @Nullable String subject, @Nullable String serial,
            @Nullable Instant signedAt) {

        static SealChecked of(SealVerdict verdict) {
            return switch (verdict) {
                case Valid valid -> new SealChecked(true, null, valid.subject(), valid.serial(), valid.signedAt());
                case Refused(Reason reason) -> new SealChecked(false, reason, null, null, null);
            };
        }
    }

    record TrustedAuthorities(List<Sealing.TrustedAuthority> items, String revoked) {
    }

    /** Whom the county trusts, and the list that {@code ./hejie seal verify --revoked=} reads; certificates as base64. */
    @GetMapping("/seal-authorities")
    TrustedAuthorities trusted(HttpServletRequest request) {
        reads.acquire(request.getRemoteAddr());
        return new TrustedAuthorities(sealing.trusted(), sealing.kit(new byte[0]).revoked());
    }

    @PostMapping(path = "/seal-checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    SealChecked check(@RequestParam MultipartFile paper, @RequestParam MultipartFile seal, HttpServletRequest request) throws IOException {
        tries.acquire(request.getRemoteAddr());
        if (paper.getSize() > LARGEST_PAPER) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "paper");
        }
        if (seal.getSize() > Sealing.LONGEST_SEAL) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "seal");
        }
        return SealChecked.of(sealing.check(paper.getBytes(), seal.getBytes()));
    }
}
