package org.hejie.org.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.CrossOriginException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.BufferUnderflowException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.hejie.org.Passkeys;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Checks what a browser sends (WebAuthn Level 2, 7.1 and 7.2) by WebAuthn4J: type, challenge, origin, relying party, user
 * presence and verification, signature, counter. The maker of the device is not asked for (attestation {@code none}).
 */
@Component
class PasskeyVerifier {

    /** ES256, EdDSA, RS256: what phones, keys and Windows Hello have, in order of preference. */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final int LONGEST = 20_000;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    /** @param credentialId by which the device names the key */
    record Made(byte[] credentialId, byte[] data, long signCount, boolean backupEligible) {
    }

    static List<Long> algorithms() {
        return ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
    }

    /** @throws Problem PASSKEY with MALFORMED */
    RegistrationData read(Passkeys.NewPasskey made) {
        return checked(() -> manager.parse(new RegistrationRequest(bytes(made.attestation()), bytes(made.clientData()))));
    }

    /** @throws Problem PASSKEY with MALFORMED */
    AuthenticationData read(Passkeys.Assertion signed) {
        return checked(() -> manager.parse(new AuthenticationRequest(bytes(signed.credentialId()), bytes(signed.user()),
                bytes(signed.authenticatorData()), bytes(signed.clientData()), bytes(signed.signature()))));
    }

    /** What was signed, as it was handed out. @throws Problem PASSKEY with MALFORMED */
    static String challenge(CollectedClientData client) {
        return checked(() -> text(client.getChallenge().getValue()));
    }

    /** @throws Problem PASSKEY with the reason */
    Made verify(RegistrationData made, PasskeySite.Site site) {
        var allowed = ALGORITHMS.stream().map(one -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, one)).toList();
        checked(() -> manager.verify(made, new RegistrationParameters(server(made.getCollectedClientData(), site), allowed, true)));
        AuthenticatorData<?> device = made.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData key = device.getAttestedCredentialData();
        return new Made(key.getCredentialId(), keys.convert(key), device.getSignCount(), device.isFlagBE());
    }

    /** What the device counts now. @throws Problem PASSKEY with the reason */
    long verify(AuthenticationData signed, PasskeyStore.Key key, PasskeySite.Site site) {
        var known = new CredentialRecordImpl(null, true, key.backupEligible(), null, key.signCount(), keys.convert(key.data()),
                null, null, null, null);
        checked(() -> manager.verify(signed,
                new AuthenticationParameters(server(signed.getCollectedClientData(), site), known, null, true)));
        return signed.getAuthenticatorData().getSignCount();
    }

    /** The challenge is compared with itself: that it is ours, for this, and fresh, {@link PasskeyChallenges} has said. */
    private static ServerProperty server(CollectedClientData client, PasskeySite.Site site) {
        return ServerProperty.builder().origin(Origin.create(site.origin())).rpId(site.rpId()).challenge(client.getChallenge()).build();
    }

    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (VerificationException e) {
            throw refused(reason(e));
        } catch (WebAuthnException | JacksonException | BufferUnderflowException | IllegalArgumentException | NullPointerException e) {
            // what comes from outside may be anything, and the library lets its parsers' errors through
            throw refused("MALFORMED");
        }
    }

    private static String reason(VerificationException e) {
        return switch (e) {
            case BadOriginException other -> "ORIGIN";
            case CrossOriginException other -> "ORIGIN";
            case BadRpIdException other -> "ORIGIN";
            case UserNotVerifiedException other -> "USER_NOT_VERIFIED";
            case UserNotPresentException other -> "USER_NOT_VERIFIED";
            case MaliciousCounterValueException other -> "COUNTER";
            case BadSignatureException other -> "SIGNATURE";
            default -> "MALFORMED";
        };
    }

    static Problem refused(String reason) {
        return Problem.of(ProblemType.PASSKEY, reason);
    }

    static byte[] bytes(String base64) {
        if (base64.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        return Base64.getUrlDecoder().decode(base64);
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
