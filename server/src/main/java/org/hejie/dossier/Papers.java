package org.hejie.dossier;

import java.util.List;
import java.util.Map;
import org.hejie.matter.MatterId;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The papers of a matter: which there are, what each is filled with, and its numbered copies. What is typed into a paper
 * is printed and not kept; the signed paper comes back as a scan among the matter's files.
 */
public interface Papers {

    /**
     * Every paper this matter may have, in the order of a file.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    List<PaperRow> of(MatterId matter);

    /**
     * The form of one paper with what is known of the matter; people are masked.
     *
     * @param about which of several it is made for, such as a session of a mediation; null for the latest
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope or without such a paper; RULE_REFUSED
     *         {@code PAPER_NEVER_MEDIATED} for a paper of mediation on a matter that must not be mediated
     */
    PaperForm form(MatterId matter, String paper, @Nullable Long about);

    /**
     * Prints one numbered copy for the current actor. It is recorded as an export; with full identities each party shown
     * is recorded and counted as a reveal as well. Of one who reports somebody's wrong nothing is shown, of a victim of
     * domestic violence neither address nor phone.
     *
     * @throws org.hejie.shared.web.Problem as {@link #form}; FORBIDDEN {@code PAPER_PRINT} without the right,
     *         {@code PARTY_PROTECTED} where the post may not see a party; 400 naming {@code values.…}
     */
    Printed print(MatterId matter, String paper, PrintOrder order);

    /**
     * A copy to be read, as PDF, everybody masked; neither numbered nor counted, for no staff and no export is in it. For the
     * resident who follows the matter: whoever calls says that he may have it.
     *
     * @throws org.hejie.shared.web.Problem as {@link #form}
     */
    byte[] masked(MatterId matter, String paper);

    /** @param refusal why it cannot be printed for this matter, a code; null when it can; @param copies printed so far */
    record PaperRow(String code, Wording name, String basis, @Nullable String refusal, int copies, List<Scan> scans) {
    }

    /** What came back signed. */
    record Scan(long id, String name, String type, int size) {
    }

    record PaperForm(String code, Wording name, List<FormField> fields) {
    }

    /** @param kind LINE or TEXT; @param most characters; @param value what is known */
    record FormField(String code, Wording name, String kind, int most, String value) {
    }

    /** A file to save or to print from. */
    enum Format { DOCX, PDF }

    /**
     * @param full   with full identities instead of masked ones
     * @param values by field, what was typed; what stands as {@link #form} gave it counts as not typed
     * @param about  as in {@link #form}
     */
    record PrintOrder(Format format, boolean full, Map<String, String> values, @Nullable Long about) {

        public PrintOrder(Format format, boolean full, Map<String, String> values) {
            this(format, full, values, null);
        }

        public PrintOrder {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "PrintOrder[" + format + (full ? ", full]" : ", masked]");
        }
    }

    /** @param number of the copy, 1 and up for each paper of a matter */
    record Printed(String fileName, String mediaType, int number, byte[] bytes) {

        @Override
        public String toString() {
            return "Printed[" + fileName + "]";
        }
    }
}
