package org.hejie.dossier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in the texts of {@link PaperFacts} for what is known of a party: the paper puts the name, address or phone in
 * its place, masked or in full, as the one who prints it may see it and asked for it.
 */
public final class PartyMark {

    private static final Pattern MARK = Pattern.compile("\uE000([a-z]+)(\\d{1,18})\uE001");

    private PartyMark() {
    }

    /** For the name. @param party number of the party */
    public static String name(long party) {
        return mark("name", party);
    }

    /** For the address. */
    public static String address(long party) {
        return mark("address", party);
    }

    /** For the phone number. */
    public static String phone(long party) {
        return mark("phone", party);
    }

    private static String mark(String what, long party) {
        return "\uE000" + what + party + "\uE001";
    }

    /** What is known of a party under {@code name}, {@code address} or {@code phone}; never null. */
    @FunctionalInterface
    public interface Telling {

        /** The words. */
        String of(String what, long party);
    }

    /** The text with every mark replaced. */
    public static String replaced(String text, Telling telling) {
        return text.indexOf('\uE000') < 0 ? text : MARK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(telling.of(found.group(1), Long.parseLong(found.group(2)))));
    }
}
