package org.hejie.org.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.hejie.org.signin.PasskeySite.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeySiteTest {

    @Test
    void theHostOfThePublicAddressIsTheRelyingParty() {
        assertThat(PasskeySite.of("https://Hejie.example.gov.cn/")).isEqualTo(new Site("https://hejie.example.gov.cn", "hejie.example.gov.cn"));
    }

    @Test
    void aPortOfItsOwnIsPartOfTheOrigin() {
        assertThat(PasskeySite.of("https://hejie.example.gov.cn:8443")).isEqualTo(new Site("https://hejie.example.gov.cn:8443", "hejie.example.gov.cn"));
    }

    @Test
    void theUsualPortIsNot() {
        assertThat(PasskeySite.of("https://hejie.example.gov.cn:443")).isEqualTo(new Site("https://hejie.example.gov.cn", "hejie.example.gov.cn"));
    }

    @Test
    void thisMachineNeedsNoHttps() {
        assertThat(PasskeySite.of("http://localhost:8080")).isEqualTo(new Site("http://localhost:8080", "localhost"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://hejie.example.gov.cn", "http://127.0.0.1:8080", "https://10.0.0.7", "https://[::1]:8443", "localhost:8080", "not an address"})
    void elsewhereThereAreNoPasskeys(String address) {
        assertThat(PasskeySite.of(address)).isNull();
    }
}
