package org.hejie.org.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where staff reach the server with a browser.
 *
 * @param publicUrl {@code https://} and a name, with the port where it is not 443; empty if not said
 */
@ConfigurationProperties("hejie")
record PasskeySettings(@DefaultValue("") String publicUrl) {
}
