package org.hejie.bench;

import java.util.random.RandomGenerator;

/** Invented matters: places of the county, everyday troubles, people who do not exist. */
final class Texts {

    private static final String[] TROUBLES = {"宅基地边界", "灌溉用水", "拖欠工资", "噪音扰邻", "彩礼返还", "土地流转租金", "道路积水",
        "房屋漏水", "赡养老人", "牲畜损坏庄稼", "借款不还", "工伤赔偿", "垃圾清运", "电动车充电", "围墙倒塌"};
    private static final String[] WISHES = {"希望尽快协调处理", "要求对方赔偿损失", "请求组织双方调解", "希望有关部门到现场查看", "要求说明处理依据"};
    private static final String[] PLACES = {"村口", "三社", "小学旁", "集市北侧", "新建小区", "河滩地", "砖厂路", "卫生院对面"};
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "建国秀英志强桂兰海燕文军玉梅小红永平淑芳德福春生";

    private Texts() {
    }

    /** The word a search for such a matter would use. */
    static String trouble(RandomGenerator random) {
        return pick(TROUBLES, random);
    }

    /** The body of a registration at the window. */
    static String registration(RandomGenerator random, String[] categories, String[] areas) {
        String trouble = trouble(random);
        String place = pick(PLACES, random);
        String facts = place + "发生" + trouble + "纠纷，双方多次协商没有结果。" + "事情从" + (1 + random.nextInt(12)) + "月开始，"
                + "涉及" + (2 + random.nextInt(6)) + "户，金额约" + (1 + random.nextInt(90)) * 100 + "元。" + pick(WISHES, random) + "。";
        return "{\"line\": \"WINDOW\", \"title\": " + Json.quoted(place + trouble) + ", \"facts\": " + Json.quoted(facts)
                + ", \"categoryCode\": \"" + pick(categories, random) + "\", \"place\": {\"text\": " + Json.quoted(place)
                + ", \"areaCode\": \"" + pick(areas, random) + "\"}, \"people\": " + (1 + random.nextInt(9))
                + ", \"amount\": " + random.nextInt(50_000) + ", \"parties\": [" + party("APPLICANT", random) + ", "
                + party("RESPONDENT", random) + "]}";
    }

    private static String party(String role, RandomGenerator random) {
        return "{\"role\": \"" + role + "\", \"kind\": \"PERSON\", \"name\": " + Json.quoted(name(random))
                + ", \"documentKind\": \"ID_CARD\", \"documentNumber\": \"" + idNumber(random)
                + "\", \"phone\": \"1" + (30 + random.nextInt(60)) + String.format("%08d", random.nextInt(100_000_000))
                + "\", \"address\": " + Json.quoted(pick(PLACES, random) + random.nextInt(200) + "号") + "}";
    }

    static String name(RandomGenerator random) {
        int given = 2 * random.nextInt(GIVEN.length() / 2);
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.substring(given, given + 2);
    }

    /** A number whose check digit is right (GB 11643); the person is not. */
    static String idNumber(RandomGenerator random) {
        String body = "620123" + (1940 + random.nextInt(65)) + String.format("%02d%02d%03d", 1 + random.nextInt(12),
                1 + random.nextInt(28), random.nextInt(1000));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (body.charAt(i) - '0');
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    static String pick(String[] choices, RandomGenerator random) {
        return choices[random.nextInt(choices.length)];
    }
}
