package org.hejie.document.internal;

import java.util.function.UnaryOperator;

/**
 * The account at an S3-compatible store. It is read from the environment alone: options of a command are seen by everybody on the machine and
 * files of settings are copied about.
 */
record BucketAccount(String accessKey, String secretKey) {

    static final String ACCESS_KEY = "HEJIE_FILES_S3_ACCESSKEY";
    static final String SECRET_KEY = "HEJIE_FILES_S3_SECRETKEY";

    /**
     * The account of the environment.
     *
     * @throws UnusableStore naming the variable that is missing
     */
    static BucketAccount of(UnaryOperator<String> environment) {
        return new BucketAccount(required(environment, ACCESS_KEY), required(environment, SECRET_KEY));
    }

    private static String required(UnaryOperator<String> environment, String variable) {
        String value = environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw new UnusableStore("Files lie in a bucket, and the environment variable " + variable + " is not set.",
                    "Set " + ACCESS_KEY + " and " + SECRET_KEY + " in the environment of the server; they are read from nowhere else.");
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "BucketAccount[…]";
    }
}
