package org.hejie.referral.internal;

import java.util.HashMap;
import java.util.Map;
import org.hejie.dossier.PaperFacts;
import org.hejie.matter.MatterId;
import org.hejie.org.Units;
import org.hejie.referral.PartnerSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the hand-over sheet (移送交接单) of a partner takes from the matter's latest referral to or from it. */
@Component
class HandOverFacts implements PaperFacts {

    private static final String PAPER = "hand-over-";

    private final Partners partners;
    private final Units units;
    private final ReferralRules rules;
    private final JdbcClient jdbc;

    HandOverFacts(Partners partners, Units units, ReferralRules rules, JdbcClient jdbc) {
        this.partners = partners;
        this.units = units;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Known of(MatterId matter, String paper, @Nullable Long about) {
        return paper.startsWith(PAPER)
                ? PartnerSystem.ofSlug(paper.substring(PAPER.length())).map(system -> of(matter, system)).orElse(Known.NOTHING) : Known.NOTHING;
    }

    private Known of(MatterId matter, PartnerSystem system) {
        return jdbc.sql("""
                select kind, outside_no, doc_no, text, answer, undisputed
                  from referral.referral
                 where matter_id = :matter and system = :system
                 order by id desc limit 1
                """).param("matter", matter.value()).param("system", system.name())
                .query((row, number) -> {
                    Map<String, String> texts = new HashMap<>();
                    texts.put("receiver", units.get(partners.of(system).unit()).name());
                    var request = new StringBuilder(rules.known(row.getString("kind")).name().zh());
                    add(request, "，对方编号：", row.getString("outside_no"));
                    add(request, "，文书编号：", row.getString("doc_no"));
                    add(request, "\n", row.getString("text"));
                    add(request, "\n办理结果：", row.getString("answer"));
                    add(request, "\n无争议事实：", row.getString("undisputed"));
                    texts.put("request", request.toString());
                    return new Known(texts, Map.of());
                }).optional().orElse(Known.NOTHING);
    }

    private static void add(StringBuilder text, String before, @Nullable String value) {
        if (value != null) {
            text.append(before).append(value);
        }
    }
}
