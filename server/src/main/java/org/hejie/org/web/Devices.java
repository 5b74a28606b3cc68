package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import org.hejie.org.SignInDevice;
import org.springframework.http.HttpHeaders;

/** From where a request comes. */
final class Devices {

    private Devices() {
    }

    static SignInDevice of(HttpServletRequest request) {
        return new SignInDevice(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }
}
