package org.hejie.dossier;

/** The Word templates of papers: the shipped ones and those the county replaced them by. */
public interface PaperTemplates {

    /**
     * The template in force, as .docx.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND without such a paper
     */
    byte[] template(String paper);

    /**
     * Replaces the template from now on.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; 415 on {@code file}: no Word document, or it carries a name in
     *         braces that the paper does not know
     */
    void replace(String paper, String name, byte[] docx);

    /** Goes back to the shipped template. */
    void restore(String paper);
}
