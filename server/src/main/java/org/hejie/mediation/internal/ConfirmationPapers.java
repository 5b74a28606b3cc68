package org.hejie.mediation.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.dossier.PaperPackages.Piece;
import org.hejie.dossier.PaperPackages.Plan;
import org.hejie.mediation.AgreementRow.Form;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.Texts;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PartyView;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What goes to the court with the application for judicial confirmation: the application, the agreement, proof of identity,
 * evidence of property the agreement is about, where the parties are served. Source: domain.md §2.3 (法释〔2011〕5号).
 */
@Component
class ConfirmationPapers {

    private static final int LONGEST_DELIVERY = 200;

    private final Parties parties;

    ConfirmationPapers(Parties parties) {
        this.parties = parties;
    }

    static Plan plan(Form form) {
        String agreement = switch (form) {
            case WRITTEN -> "agreement";
            case ORAL -> "oral-agreement-form";
        };
        return new Plan("judicial-confirmation", "司法确认申请材料", List.of(new Piece("confirmation-application", true, true),
                new Piece(agreement, true, false), new Piece("identity-proof", true, false), new Piece("authorisation", false, false),
                new Piece("property-evidence", false, false), new Piece("mediation-record", false, false)));
    }

    /**
     * What is typed into the application; where the parties are served is known of each or has to be typed.
     *
     * @param sides who is served; nobody when the signed application was brought
     */
    Map<String, String> typed(String court, @Nullable String delivery, List<CaseParty> sides) {
        Map<String, String> typed = new TreeMap<>(Map.of("court", court));
        String told = Texts.optional("delivery", delivery, LONGEST_DELIVERY);
        if (told != null) {
            typed.put("delivery", told);
        } else if (!parties.masked(sides.stream().map(side -> new PartyId(side.id())).toList()).stream().allMatch(ConfirmationPapers::reachable)) {
            throw Problem.field("delivery", "REQUIRED");
        }
        return typed;
    }

    private static boolean reachable(PartyView party) {
        return party.phone() != null && party.address() != null;
    }
}
