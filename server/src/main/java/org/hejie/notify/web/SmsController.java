package org.hejie.notify.web;

import java.time.Instant;
import org.hejie.notify.Endpoints;
import org.hejie.notify.SmsSettings;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The gateway for text messages. */
@RestController
@RequestMapping("/api/v1/sms-gateway")
class SmsController {

    private final Endpoints endpoints;

    SmsController(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** As set; the secret is not given back. */
    record SmsGatewayView(String address, String method, String mediaType, @Nullable String body, @Nullable Instant setAt) {
    }

    /** @param secret null: as before */
    record SmsGatewayRequest(@Nullable String address, @Nullable String method, @Nullable String mediaType, @Nullable String body,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "SmsGatewayRequest[hidden]";
        }
    }

    /** 404 while there is none. */
    @GetMapping
    SmsGatewayView read() {
        SmsSettings settings = endpoints.sms(Actors.current()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return new SmsGatewayView(settings.address(), settings.method(), settings.mediaType(), settings.body(), settings.setAt());
    }

    /** Sets it from now on. An address that points inside is refused. */
    @PutMapping
    SmsGatewayView set(@RequestBody SmsGatewayRequest request) {
        if (request.address() == null || request.address().isBlank()) {
            throw Problem.field("address", "REQUIRED");
        }
        endpoints.setSms(Actors.current(), new SmsSettings(request.address().strip(), request.method() == null ? "POST" : request.method(),
                request.mediaType() == null ? "application/json" : request.mediaType(), request.body(), request.secret(), null));
        return read();
    }

    /** Text messages are kept from now on. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end() {
        endpoints.end(Actors.current(), "sms");
    }
}
