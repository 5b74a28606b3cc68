package org.hejie.seal.web;

import java.util.Base64;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.seal.RevocationReason;
import org.hejie.seal.SealAuthority;
import org.hejie.seal.SealRegister;
import org.hejie.seal.SealRow;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of seals, for administrators. Files come as base64. */
@RestController
@RequestMapping("/api/v1")
class SealController {

    private static final int LARGEST_FILE = 64 * 1024;
    private static final int LARGEST_LIST = 8 * 1024 * 1024;

    private final SealRegister register;

    SealController(SealRegister register) {
        this.register = register;
    }

    record SealList(List<SealRow> items) {
    }

    record SealAuthorityList(List<SealAuthority> items) {
    }

    /** Number of what was made. */
    record SealMade(long id) {
    }

    /** @param certificate DER or PEM; @param key PKCS#8, or PKCS#12 under the password */
    record SealRequest(@Nullable Long unitId, @Nullable String certificate, @Nullable String key, @Nullable String password) {

        @Override
        public String toString() {
            return "SealRequest[hidden]";
        }
    }

    record SealRevocation(@Nullable RevocationReason reason) {
    }

    /** @param certificate DER or PEM */
    record SealAuthorityRequest(@Nullable String certificate) {
    }

    /** @param list X.509 CRL of the authority, DER or PEM */
    record RevocationListRequest(@Nullable String list) {
    }

    /** @param more how many were not known before */
    record RevocationsTaken(int more) {
    }

    @GetMapping("/seals")
    SealList seals() {
        requireReader();
        return new SealList(register.seals());
    }

    @PostMapping("/seals")
    @ResponseStatus(HttpStatus.CREATED)
    SealMade bring(@RequestBody SealRequest request) {
        Actors.current().require(Role.SYSTEM_ADMIN);
        String password = request.password();
        return new SealMade(register.bring(new UnitId(Asked.required("unitId", request.unitId())),
                new SealRegister.Files(file("certificate", request.certificate(), LARGEST_FILE), file("key", request.key(), LARGEST_FILE),
                        password == null || password.isEmpty() ? null : password)));
    }

    @PostMapping("/seals/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        register.approve(id, Asked.version(seen));
    }

    @PostMapping("/seals/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody SealRevocation request) {
        register.revoke(id, Asked.version(seen), Asked.required("reason", request.reason()));
    }

    @GetMapping("/seal-authorities")
    SealAuthorityList authorities() {
        requireReader();
        return new SealAuthorityList(register.authorities());
    }

    @PostMapping("/seal-authorities")
    @ResponseStatus(HttpStatus.CREATED)
    SealMade propose(@RequestBody SealAuthorityRequest request) {
        Actors.current().require(Role.SYSTEM_ADMIN);
        return new SealMade(register.propose(file("certificate", request.certificate(), LARGEST_FILE)));
    }

    @PostMapping("/seal-authorities/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void trust(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        register.trust(id, Asked.version(seen));
    }

    @PostMapping("/seal-authorities/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen) {
        register.withdraw(id, Asked.version(seen));
    }

    @PostMapping("/seal-authorities/{id}/revocation-list")
    RevocationsTaken take(@PathVariable long id, @RequestBody RevocationListRequest request) {
        return new RevocationsTaken(register.take(id, file("list", request.list(), LARGEST_LIST)));
    }

    /** The administrators and who answers for the committees. */
    private static void requireReader() {
        Actors.current().require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN, Role.JUSTICE_BUREAU, Role.CENTER_DIRECTOR);
    }

    private static byte[] file(String field, @Nullable String base64, int largest) {
        String text = Asked.text(base64);
        new Problem.Fields().reject(text.isEmpty(), field, "REQUIRED").reject(text.length() > largest / 3 * 4 + 4, field, "TOO_LARGE").done();
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.field(field, "UNREADABLE");
        }
    }
}
