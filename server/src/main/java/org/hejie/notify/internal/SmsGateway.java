package org.hejie.notify.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.Outcome.Failed;
import org.hejie.shared.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Sends text messages through an operator's gateway over HTTP. What it wants to be sent is a setting: address and body with
 * {@code {phone}}, {@code {text}}, {@code {id}} and {@code {secret}}, each written as the place wants it (JSON, form or
 * address).
 */
final class SmsGateway implements Channel {

    private final Form form;
    private final OutsideHttp http;
    private final FieldCipher cipher;

    SmsGateway(Form form, OutsideHttp http, FieldCipher cipher) {
        this.form = form;
        this.http = http;
        this.cipher = cipher;
    }

    /** @param body null for a gateway that takes all in its address */
    record Form(String address, HttpMethod method, MediaType type, @Nullable String body, String secret) {

        @Override
        public String toString() {
            return "Form[secret hidden]";
        }
    }

    @Override
    public Outcome send(Outgoing message) {
        if (message.recipient() == null) {
            return Failed.forGood("NO_ADDRESS");
        }
        String phone = cipher.decrypt(PersonalMessages.recipient(message.id()), message.recipient());
        String address = filled(form.address(), message, phone, SmsGateway::inAddress);
        boolean json = form.type().isCompatibleWith(MediaType.APPLICATION_JSON);
        byte[] body = form.body() == null ? new byte[0]
                : filled(form.body(), message, phone, json ? SmsGateway::inJson : SmsGateway::inAddress).getBytes(StandardCharsets.UTF_8);
        return http.send(form.method(), URI.create(address), form.type(), body,
                headers -> headers.set("Idempotency-Key", Long.toString(message.id())), response -> null);
    }

    private interface Writing {
        String of(String value);
    }

    private String filled(String template, Outgoing message, String phone, Writing writing) {
        return template.replace("{id}", Long.toString(message.id())).replace("{phone}", writing.of(phone))
                .replace("{text}", writing.of(message.content())).replace("{secret}", writing.of(form.secret()));
    }

    private static String inAddress(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String inJson(String value) {
        var text = new StringBuilder();
        for (char sign : value.toCharArray()) {
            if (sign == '"' || sign == '\\') {
                text.append('\\').append(sign);
            } else if (sign < ' ') {
                text.append("\\u%04x".formatted((int) sign));
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }
}
