package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hejie.org.NewStaff;
import org.hejie.org.Role;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class SetupTokenTest {

    @Autowired TestStaff staff;
    @Autowired SetupToken setup;

    private final NewStaff first = new NewStaff("first", "甲", null, List.of());

    @Test
    void aPostThatSomebodyHoldsTakesNoSetupToken() {
        staff.securityAdmin();
        String token = setup.print(Role.SECURITY_ADMIN);

        assertThatThrownBy(() -> setup.create(token, first, "a sentence to remember")).hasMessage("FORBIDDEN: SETUP_TOKEN");
    }

    @Test
    void aGuessedTokenIsRefused() {
        assertThatThrownBy(() -> setup.create("guessed", first, "a sentence to remember")).hasMessage("FORBIDDEN: SETUP_TOKEN");
    }
}
