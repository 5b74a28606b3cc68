package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hejie.org.Actor;
import org.hejie.org.CountySignIn;
import org.hejie.org.GrantOrder.LinkIdentity;
import org.hejie.org.Grants;
import org.hejie.org.Sessions;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffRegister;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@HejieTest
class CountySignInTest {

    private static final TestIssuer ISSUER = new TestIssuer();
    private static final Actor SERVER = Actor.system("test", List.of());

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("hejie.oidc.issuer", ISSUER::address);
        properties.add("hejie.oidc.client-id", () -> "hejie");
        properties.add("hejie.oidc.redirect", () -> "https://hejie.test/api/v1/oidc/callback");
    }

    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired CountySignIn county;
    @Autowired Sessions sessions;
    @Autowired Grants grants;
    @Autowired StaffRegister register;

    private TestPerson person;
    private String subject;
    private CountySignIn.Begun begun;

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @BeforeEach
    void somebodyLinked() {
        clock.advance(Duration.ZERO);
        person = staff.dispatcher();
        subject = "subject-" + person.id().value();
        county.link(SERVER, new LinkIdentity(person.id(), ISSUER.address(), subject));
        begun = county.begin(null, "/matters");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aLinkedPersonIsSignedIn() {
        ISSUER.gives(claims().build());

        CountySignIn.Ended ended = end();

        assertThat(sessions.find(ended.session()).orElseThrow().actor().id()).isEqualTo(person.id().value());
        assertThat(ended.next()).isEqualTo("/matters");
    }

    @Test
    void theCodeIsExchangedWithTheVerifierOfTheChallenge() throws Exception {
        ISSUER.gives(claims().build());
        end();

        Matcher verifier = Pattern.compile("code_verifier=([^&]+)").matcher(ISSUER.exchanged.getLast());
        assertThat(verifier.find()).isTrue();
        assertThat(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(
                java.security.MessageDigest.getInstance("SHA-256").digest(verifier.group(1).getBytes()))).isEqualTo(parameter("code_challenge"));
    }

    @Test
    void anAnswerSentTwiceIsRefused() {
        ISSUER.gives(claims().build());
        end();

        refused("STATE");
    }

    @Test
    void anAnswerInAnotherBrowserIsRefused() {
        ISSUER.gives(claims().build());

        assertThatThrownBy(() -> county.end("another", parameter("state"), "code", SignInDevice.UNKNOWN))
                .hasMessage("COUNTY_SIGN_IN: STATE");
    }

    @Test
    void aStateNobodyBeganIsRefused() {
        assertThatThrownBy(() -> county.end(begun.browser(), "invented", "code", SignInDevice.UNKNOWN))
                .hasMessage("COUNTY_SIGN_IN: STATE");
    }

    @Test
    void anAttemptEndsAfterTenMinutes() {
        ISSUER.gives(claims().build());
        clock.advance(Duration.ofMinutes(11));

        refused("STATE");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        ISSUER.gives(claims().issuer("https://elsewhere.test").build());

        refused("ISSUER");
    }

    @Test
    void aTokenForAnotherSystemIsRefused() {
        ISSUER.gives(claims().audience("another-system").build());

        refused("AUDIENCE");
    }

    @Test
    void aTokenForSeveralSystemsGivenToAnotherIsRefused() {
        ISSUER.gives(claims().audience(List.of("hejie", "another")).claim("azp", "another").build());

        refused("AUDIENCE");
    }

    @Test
    void anExpiredTokenIsRefused() {
        ISSUER.gives(claims().expirationTime(at(-120)).build());

        refused("EXPIRED");
    }

    @Test
    void aTokenWithoutAnEndIsRefused() {
        ISSUER.gives(claims().expirationTime(null).build());

        refused("EXPIRED");
    }

    @Test
    void aTokenOfAnEarlierSignInIsRefused() {
        ISSUER.gives(claims().claim("nonce", "of-yesterday").build());

        refused("NONCE");
    }

    @Test
    void aTokenSignedByAnotherKeyIsRefused() {
        ISSUER.givesSignedByAnother(claims().build());

        refused("SIGNATURE");
    }

    @Test
    void whoIsNotLinkedGetsNoAccount() {
        ISSUER.gives(claims().subject("stranger").build());

        refused("NOT_LINKED");
    }

    @Test
    void aDeactivatedPersonIsNotSignedIn() {
        ISSUER.gives(claims().build());
        register.deactivate(staff.systemAdmin().actor(), person.id());

        refused("NOT_LINKED");
    }

    @Test
    void aRefusalAtTheIssuerIsSaid() {
        assertThatThrownBy(() -> county.end(begun.browser(), parameter("state"), null, SignInDevice.UNKNOWN))
                .hasMessage("COUNTY_SIGN_IN: REFUSED");
    }

    @Test
    void theOwnerLinksHisAccountWhileSignedIn() {
        TestPerson other = staff.dispatcher();
        begun = county.begin(other.id(), "/account");
        ISSUER.gives(claims().subject("own-" + other.id().value()).build());

        assertThat(end().session()).isNull();
        assertThat(county.isLinked(other.id())).isTrue();
    }

    @Test
    void anIdentityOpensOneAccountOnly() {
        TestPerson other = staff.dispatcher();
        begun = county.begin(other.id(), "/account");
        ISSUER.gives(claims().build());

        refused("LINKED_TO_ANOTHER");
    }

    @Test
    void noAdministratorLinksAlone() {
        assertThatThrownBy(() -> county.link(staff.systemAdmin().actor(), new LinkIdentity(staff.dispatcher().id(), ISSUER.address(), "x")))
                .hasMessage("FORBIDDEN: TWO_PERSONS");
    }

    @Test
    void twoAdministratorsLink() {
        TestPerson other = staff.dispatcher();
        long request = grants.ask(staff.systemAdmin().actor(), new LinkIdentity(other.id(), ISSUER.address(), "by-two-" + other.id().value()), "x");

        grants.approve(staff.securityAdmin().actor(), request, null);

        assertThat(county.isLinked(other.id())).isTrue();
    }

    @Test
    void anAddressOutsideIsNotGoneTo() {
        begun = county.begin(null, "//elsewhere.test/");
        ISSUER.gives(claims().build());

        assertThat(end().next()).isEqualTo("/");
    }

    private void refused(String why) {
        assertThatThrownBy(this::end).hasMessage("COUNTY_SIGN_IN: " + why);
    }

    private CountySignIn.Ended end() {
        return county.end(begun.browser(), parameter("state"), "code", SignInDevice.UNKNOWN);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(ISSUER.address()).subject(subject).audience("hejie").issueTime(at(0))
                .expirationTime(at(300)).claim("nonce", parameter("nonce"));
    }

    private Date at(long seconds) {
        return Date.from(Instant.ofEpochSecond(clock.instant().getEpochSecond() + seconds));
    }

    private String parameter(String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(begun.address().toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
