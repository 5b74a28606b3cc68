package org.hejie.dossier;

import java.util.List;
import java.util.Map;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.matter.MatterId;

/**
 * Papers of a matter bound into one PDF for somebody outside, such as a court: cover, contents, each paper with a bookmark,
 * pages numbered. It is not kept; its hash tells later what was handed over.
 */
public interface PaperPackages {

    /**
     * What is there and what is missing, in the order bound.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    List<Slot> slots(MatterId matter, Plan plan);

    /**
     * Binds it for the current actor; recorded as an export, and as a reveal of each party.
     *
     * @param typed by field, what is printed in the papers made for it
     * @throws org.hejie.shared.web.Problem as {@link Papers#print}; RULE_REFUSED {@code PACKAGE_INCOMPLETE} naming
     *         {@code papers.…} that are missing
     */
    Packed bind(MatterId matter, Plan plan, Map<String, String> typed);

    /** @param code names it in the record of exports; @param title on its cover */
    record Plan(String code, String title, List<Piece> pieces) {

        public Plan {
            pieces = List.copyOf(pieces);
        }
    }

    /** @param paper code of a paper of the dossier; @param made printed unless somebody brought it signed */
    record Piece(String paper, boolean needed, boolean made) {
    }

    /** @param sm3 of the file, in hexadecimal digits */
    record Packed(String fileName, byte[] pdf, int pages, String sm3) {

        @Override
        public String toString() {
            return "Packed[" + pages + " pages]";
        }
    }
}
