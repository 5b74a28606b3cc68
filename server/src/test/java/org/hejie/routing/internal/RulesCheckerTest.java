package org.hejie.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hejie.routing.internal.RoutingFixture.CATEGORIES;
import static org.hejie.routing.internal.RoutingFixture.PROCEDURES;
import static org.hejie.routing.internal.RoutingFixture.RULES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesCheckerTest {

    @Test
    void shippedRulesSpeakOfKnownThingsOnly() {
        assertThatCode(() -> check(RULES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            "0107 家庭暴力"   | "0107 家暴"       | “0107 家暴” is no 小类
            "18 涉法涉诉      | "18 涉法          | is no 大类
            "12345热线"       | "12345"           | “12345” is no 来源
            "村社"</text></i  | "村"</text></i    | “村” is no 层级
            not("无")         | not("没有")       | “没有” is no 安全情形
            "县住建局(housing)" | "县住建局"      | “县住建局” is not known
            "superior-assignment"</text></outputEntry> | "superior"</text></outputEntry> | “superior” is not known
            "work-order"      | "workorder"       | “workorder” is not known
            <text>"R12"</text> | <text>"R13"</text> | rule R12 must show its own number, once
            hitPolicy="RULE ORDER" outputLabel="承办单位" | hitPolicy="FIRST" outputLabel="承办单位" | must have the hit policy RULE ORDER
            """)
    void wordThatMeansNothingIsFound(String good, String bad, String finding) {
        assertThat(RULES).contains(good);

        assertThatThrownBy(() -> check(RULES.replace(good, bad)))
                .isInstanceOf(InvalidRules.class).hasMessageContaining(finding);
    }

    @Test
    void expressionThatCannotBeReadIsRefused() {
        var broken = RULES.replace("&gt;= 30", "&gt;= (30");

        assertThatThrownBy(() -> RoutingFixture.tables(broken)).isInstanceOf(InvalidRules.class);
    }

    private static void check(String rules) {
        new RulesChecker(RoutingFixture.tables(rules).definitions(), CATEGORIES, PROCEDURES).check();
    }
}
