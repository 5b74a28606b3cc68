package org.hejie.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideNetworkTest {

    private final OutsideNetwork network = new OutsideNetwork(new NotifySettings(Set.of("Gateway.inside", "localhost"),
            Duration.ofSeconds(1), Duration.ofMinutes(1), 3, Duration.ofSeconds(1), null, null));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.254", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "198.18.0.1", "192.0.0.8", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1",
        "fd12:3456::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:1::1", "ff02::1", "2130706433"})
    void addressesNoPublicHostHasLieInside(String literal) throws UnknownHostException {
        assertThat(OutsideNetwork.inside(InetAddress.getByName(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2400:3200::1", "64:ff9b::101:101"})
    void publicAddressesLieOutside(String literal) throws UnknownHostException {
        assertThat(OutsideNetwork.inside(InetAddress.getByName(literal))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://1.1.1.1/answers, SCHEME",
        "ftp://1.1.1.1/answers, SCHEME",
        "https://user@1.1.1.1/, MALFORMED",
        "https:///answers, MALFORMED",
        "https://127.0.0.1/answers, INSIDE",
        "https://[::1]/answers, INSIDE",
        "https://169.254.169.254/latest, INSIDE",
        "https://no-such-host.invalid/, UNKNOWN_HOST"})
    void anAddressThatPointsElsewhereThanOutsideIsRefused(String address, String code) {
        assertThatThrownBy(() -> network.check(URI.create(address), "address")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.errors()).containsExactly(new FieldError("address", code)));
    }

    @Test
    void aHostNamedInTheSettingsMayLieInside() {
        network.check(URI.create("http://localhost:8443/answers"), "address");
    }

    @Test
    void aNameThatPointsInsideIsNotConnectedTo() {
        assertThatThrownBy(() -> network.resolve("127.0.0.1")).isInstanceOf(OutsideNetwork.PointsInside.class);
    }
}
