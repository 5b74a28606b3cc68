package org.hejie.dossier.pdf;

import java.util.List;

/** A bound dossier as it was written. @param pages numbered ones; @param sheets all, with cover, contents and back */
public record Bound(List<BoundPaper> papers, int pages, int sheets) {

    public Bound {
        papers = List.copyOf(papers);
    }

    /** Where a paper lies. */
    public record BoundPaper(DossierPart part, int firstPage, int pages) {
    }
}
