package org.hejie.wage;

import java.util.Set;
import org.hejie.party.PartyDraft;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is typed.
 *
 * @param project           工程项目; 1 to 200 characters
 * @param developer         建设单位
 * @param generalContractor 施工总承包单位
 * @param subcontractor     分包单位
 * @param team              班组
 * @param foreman           包工头, a person; null: none, or with a change, as before
 * @param account           农民工工资专用账户
 * @param deposit           工资保证金
 */
public record ClaimDraft(String project, @Nullable String developer, @Nullable String generalContractor, @Nullable String subcontractor,
        @Nullable String team, @Nullable PartyDraft foreman, Set<ClaimFact> facts, Set<Evidence> evidence, Presence account,
        Presence deposit) {

    private static final int BODY = 200;
    private static final int TEAM = 100;

    /** @throws Problem naming what cannot be taken */
    public ClaimDraft {
        project = Words.needed("project", project, BODY);
        developer = Words.optional("developer", developer, BODY);
        generalContractor = Words.optional("generalContractor", generalContractor, BODY);
        subcontractor = Words.optional("subcontractor", subcontractor, BODY);
        team = Words.optional("team", team, TEAM);
        if (foreman != null && !foreman.errors("foreman.").isEmpty()) {
            throw Problem.fields(foreman.errors("foreman."));
        }
        facts = Set.copyOf(facts);
        evidence = Set.copyOf(evidence);
    }
}
