package org.hejie.shared.export;

/**
 * The door of every file of rows: numbered, recorded, marked with who took it, and with more than fifty rows about people,
 * approved by a second person first. Source: domain.md §7.2.
 */
public interface Exports {

    /**
     * Opens the door for one file, taken now by the present actor.
     *
     * @return the mark to be written on each row ({@link ExportStamp#mark})
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with reason {@code EXPORT_NEEDS_APPROVAL} if nobody approved it; what
     *         was wanted is kept, so that it can be asked for
     */
    ExportStamp open(ExportOrder order);
}
