package org.hejie;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesCallOnlyDownwards() {
        ApplicationModules.of(Hejie.class).verify();
    }
}
