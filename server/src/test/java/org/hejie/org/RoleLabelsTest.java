package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleLabelsTest {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @EnumSource
    void everyRoleHasALabelInBothLanguages(Role role) {
        String key = "role." + role.name();
        String chinese = ResourceBundle.getBundle("i18n/org", Locale.ROOT, NO_FALLBACK).getString(key);
        String english = ResourceBundle.getBundle("i18n/org", Locale.ENGLISH, NO_FALLBACK).getString(key);

        assertThat(chinese).isNotBlank().isNotEqualTo(english);
    }
}
