package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class PasswordHashesTest {

    private final MockEnvironment production = new MockEnvironment();
    private final MockEnvironment demo = new MockEnvironment();

    PasswordHashesTest() {
        production.setActiveProfiles("prod");
        demo.setActiveProfiles("demo");
    }

    @Test
    void passwordsCostWhatOwaspAdvises() {
        var hashes = new PasswordHashes(false, production);

        String hash = hashes.hash("correct horse battery staple");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashes.matches("correct horse battery staple", hash)).isTrue();
        assertThat(hashes.matches("correct horse battery stable", hash)).isFalse();
    }

    @Test
    void theDemoCountysCostTheSameUnlessSaidOtherwise() {
        assertThat(new PasswordHashes(false, demo).hash("x")).contains("m=19456,t=2");
        assertThat(new PasswordHashes(true, demo).hash("x")).contains("m=64,t=1");
    }

    @Test
    void quickOnesAreRefusedInProduction() {
        assertThatIllegalStateException().isThrownBy(() -> new PasswordHashes(true, production)).withMessageContaining("hejie.quick-passwords");
        assertThatIllegalStateException().isThrownBy(() -> new PasswordHashes(true, new MockEnvironment()));
    }
}
