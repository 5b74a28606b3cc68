package org.hejie.org;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in, as the request tells; shown to himself and to the security administrator.
 *
 * @param address of the network; null if not known
 * @param agent   what the browser calls itself, cut to 200 characters; null if it does not say
 */
public record SignInDevice(@Nullable String address, @Nullable String agent) {

    /** Nothing is known. */
    public static final SignInDevice UNKNOWN = new SignInDevice(null, null);

    private static final int LENGTH = 200;

    /** Cuts what is too long. */
    public SignInDevice {
        agent = agent == null || agent.length() <= LENGTH ? agent : agent.substring(0, LENGTH);
    }
}
