package org.hejie.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * How the operator's gateway for text messages is called. Address and body may hold {@code {phone}}, {@code {text}},
 * {@code {id}} and {@code {secret}}; each is written as its place wants it.
 *
 * @param address   {@code https}, outside the network the server stands in
 * @param method    POST or GET
 * @param mediaType of the body; JSON and forms are filled in as such
 * @param body      null for a gateway that takes all in its address
 * @param secret    null: as before; never given back
 * @param setAt     null when it is being set
 */
public record SmsSettings(String address, String method, String mediaType, @Nullable String body, @Nullable String secret,
        @Nullable Instant setAt) {

    /** @throws Problem INVALID_FIELDS */
    public void check() {
        String all = address + (body == null ? "" : body);
        new Problem.Fields()
                .reject(address.length() > 500, "address", "LENGTH")
                .reject(!method.equals("POST") && !method.equals("GET"), "method", "UNKNOWN")
                .reject(!readable(mediaType), "mediaType", "UNKNOWN")
                .reject(body != null && body.length() > 2000, "body", "LENGTH")
                .reject(!all.contains("{phone}") || !all.contains("{text}"), "body", "PLACEHOLDER")
                .reject(all.replaceAll("\\{(phone|text|id|secret)}", "").matches("(?s).*\\{[a-z]+}.*"), "body", "PLACEHOLDER_UNKNOWN")
                .done();
    }

    /** The address with its places filled by something harmless. */
    public URI checkedAddress() {
        try {
            return new URI(address.replaceAll("\\{(phone|text|id|secret)}", "0"));
        } catch (URISyntaxException e) {
            throw Problem.field("address", "MALFORMED");
        }
    }

    private static boolean readable(String type) {
        try {
            MediaType.parseMediaType(type);
            return true;
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SmsSettings[hidden]";
    }
}
