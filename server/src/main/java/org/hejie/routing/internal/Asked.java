package org.hejie.routing.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Facts in the words of the tables, and what the tables before have decided.
 *
 * @param category 小类
 * @param branch 大类
 * @param marked 重点类别
 * @param line 来源
 * @param level 层级
 * @param people 人数
 * @param amount 金额, yuan
 * @param safety 安全情形
 * @param redRisk 红色风险
 * @param chosen 已选程序
 * @param procedure what the first table decided; null before
 * @param unit what the second table decided; null before
 */
record Asked(
        String category,
        String branch,
        boolean marked,
        String line,
        String level,
        BigDecimal people,
        BigDecimal amount,
        String safety,
        boolean redRisk,
        String chosen,
        @Nullable String procedure,
        @Nullable String unit) {

    static Asked of(Facts facts) {
        return new Asked(Vocabulary.of(facts.category()), Vocabulary.of(facts.branch()), facts.category().forcesRiskCheck(),
                Vocabulary.of(facts.line()), facts.level().zh(), facts.people(), facts.amount(), Vocabulary.safety(facts),
                facts.redRisk(), Vocabulary.chosen(facts), null, null);
    }

    Asked after(@Nullable String procedure, @Nullable String unit) {
        return new Asked(category, branch, marked, line, level, people, amount, safety, redRisk, chosen, procedure, unit);
    }
}
