package org.hejie.notify.internal;

import java.util.regex.Pattern;

/** Where a person is told: what such an address looks like, and how it is shown. */
final class Addresses {

    private static final Pattern PHONE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private Addresses() {
    }

    /** A mobile number of the mainland. */
    static boolean phone(String text) {
        return PHONE.matcher(text).matches();
    }

    static boolean mail(String text) {
        return text.length() <= 200 && MAIL.matcher(text).matches();
    }

    /** {@code 138****5678}. */
    static String maskedPhone(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** {@code z***@example.org}. */
    static String maskedMail(String mail) {
        return mail.charAt(0) + "***" + mail.substring(mail.indexOf('@'));
    }
}
