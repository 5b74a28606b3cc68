package org.hejie.notify.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.shared.web.Problem;
import org.springframework.stereotype.Component;

/**
 * What lies outside. An address that somebody types must not make the server call itself or its neighbours:
 * loopback, private, link-local and other addresses that no public host has are refused when the address is set and again
 * with every connection, after the name has been resolved, so that a name cannot be pointed inside later.
 * Source: the special-purpose registries of IANA (RFC 6890).
 */
@Component
class OutsideNetwork {

    private final Set<String> insideHosts;

    OutsideNetwork(NotifySettings settings) {
        this.insideHosts = settings.insideHosts().stream().map(OutsideNetwork::lower).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Problem INVALID_FIELDS naming the field, with the reason */
    void check(URI address, String field) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw Problem.field(field, "MALFORMED");
        }
        boolean permitted = insideHosts.contains(lower(host));
        if (!"https".equals(address.getScheme()) && !(permitted && "http".equals(address.getScheme()))) {
            throw Problem.field(field, "SCHEME");
        }
        try {
            resolve(host);
        } catch (PointsInside e) {
            throw Problem.field(field, "INSIDE");
        } catch (UnknownHostException e) {
            throw Problem.field(field, "UNKNOWN_HOST");
        }
    }

    /** The addresses to connect to. @throws PointsInside if one of them lies inside and the name is not permitted by the settings */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!insideHosts.contains(lower(host)) && Arrays.stream(found).anyMatch(OutsideNetwork::inside)) {
            throw new PointsInside();
        }
        return found;
    }

    /** The name points inside. */
    static final class PointsInside extends UnknownHostException {
    }

    static boolean inside(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress() || switch (address) {
                    case Inet4Address four -> inside(four.getAddress(), 0);
                    case Inet6Address six -> inside6(six.getAddress());
                    default -> true;
                };
    }

    private static boolean inside6(byte[] bytes) {
        int first = pair(bytes, 0);
        return switch (first) {
            case 0x64 -> pair(bytes, 2) != 0xff9b || inside(bytes, 12);   // NAT64 carries an IPv4 address
            case 0x2002 -> inside(bytes, 2);                              // so does 6to4
            case 0x2001 -> pair(bytes, 2) < 0x0200;                       // protocol assignments, Teredo
            default -> (first & 0xe000) != 0x2000;                        // only 2000::/3 is given to public hosts
        };
    }

    /** An IPv4 address from that byte on. */
    private static boolean inside(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        return a == 0 || a == 10 || a == 127 || a >= 224
                || a == 100 && (b & 0xc0) == 64
                || a == 169 && b == 254
                || a == 172 && (b & 0xf0) == 16
                || a == 192 && (b == 168 || b == 0 && c == 0)
                || a == 198 && (b & 0xfe) == 18;
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
