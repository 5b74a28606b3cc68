package org.hejie.party;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How personal data is shown by default in lists and on papers that leave the matter's circle: enough to tell two
 * people of one matter apart, too little to find a person by.
 */
public final class Masking {

    private static final String STARS = "****";
    private static final Set<String> COMPOUND_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙",
            "慕容", "司徒", "令狐", "东方", "西门", "南宫", "端木", "独孤", "长孙", "宇文", "拓跋", "呼延", "轩辕", "闻人", "太史", "申屠");
    private static final Pattern VILLAGE = Pattern.compile("村民委员会|村委会|居民委员会|居委会|社区|村");
    private static final Pattern TOWN = Pattern.compile("街道|镇|乡");
    private static final Pattern COUNTY = Pattern.compile("(?<!小)区|县|(?<![超城菜夜门])市(?!场)|省");

    private Masking() {
    }

    /**
     * A person's surname with a star for each further character, 王** or 欧阳*; a name in letters by its first one.
     * Names of bodies are public (企业信息公示暂行条例) and stay whole.
     */
    public static String name(PartyKind kind, String name) {
        return switch (kind) {
            case BODY -> name;
            case PERSON -> person(name);
        };
    }

    /** The first six and last four characters of a number of 15 or more, the first and last two of a shorter one. */
    public static String document(DocumentKind kind, String number) {
        return switch (kind) {
            case ID_CARD, RESIDENCE_PERMIT_HK_MO_TW, FOREIGNER_RESIDENCE_CARD ->
                    number.length() >= 15 ? middle(number, 6, 4) : middle(number, 1, 2);
            case CREDIT_CODE -> number;
            case PASSPORT, HK_MO_PERMIT, TW_PERMIT, MILITARY, HOUSEHOLD_BOOK, OTHER -> middle(number, 1, 2);
        };
    }

    /** 138****5678 of a mobile, area code and last four of a landline, the last four of others. */
    public static String phone(PhoneNumber phone) {
        String digits = phone.digits();
        return switch (phone.kind()) {
            case MOBILE -> middle(digits, 3, 4);
            case LANDLINE -> middle(digits, areaCodeLength(digits), 4);
            case SERVICE -> digits;
            case OTHER -> middle(digits, 0, 4);
        };
    }

    /** An address down to its village or community; without one to its town, else its county, else nothing of it. */
    public static String address(String address) {
        int town = endOfFirst(TOWN, address, 0);
        int village = endOfFirst(VILLAGE, address, Math.max(town, 0));
        if (village > 0) {
            return shortened(address, village);
        }
        if (town > 0) {
            return shortened(address, town);
        }
        int county = endOfLast(COUNTY, address);
        return county > 0 ? shortened(address, county) : STARS;
    }

    /** The last four digits of a bank account. */
    public static String bankAccount(String account) {
        return middle(account, 0, 4);
    }

    private static String person(String name) {
        int length = name.codePointCount(0, name.length());
        int first = name.codePointAt(0);
        if (Character.UnicodeScript.of(first) == Character.UnicodeScript.LATIN) {
            return Character.toString(first) + "***";
        }
        int kept = length > 2 && COMPOUND_SURNAMES.contains(name.substring(0, Math.min(2, name.length()))) ? 2 : 1;
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "*".repeat(Math.max(1, length - kept));
    }

    /** Stars for all but the ends; for all of it when too little would be hidden. */
    private static String middle(String text, int head, int tail) {
        int hidden = text.length() - head - tail;
        return hidden < 3
                ? "*".repeat(text.length())
                : text.substring(0, head) + "*".repeat(hidden) + text.substring(text.length() - tail);
    }

    private static int areaCodeLength(String digits) {
        if (digits.charAt(0) != '0') {
            return 0;
        }
        return digits.startsWith("01") || digits.startsWith("02") ? 3 : 4;
    }

    private static int endOfFirst(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find(from) ? matcher.end() : -1;
    }

    private static int endOfLast(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int end = -1;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }

    private static String shortened(String address, int end) {
        return end == address.length() ? address : address.substring(0, end) + STARS;
    }
}
