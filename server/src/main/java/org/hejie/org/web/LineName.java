package org.hejie.org.web;

import java.util.Set;
import java.util.TreeSet;

/** The eight source lines as the API names them (matter's source lines), and as scopes of a token write them. */
enum LineName {

    /** 法院. */
    COURT("court"),
    /** 公安. */
    POLICE("police"),
    /** 信访. */
    PETITION("petition"),
    /** 12345 热线. */
    HOTLINE("12345"),
    /** 网格员上报. */
    GRID("grid"),
    /** 小兰帮办. */
    CITIZEN("citizen"),
    /** 上级交办. */
    SUPERIOR("superior"),
    /** 中心受理. */
    WINDOW("window");

    private final String slug;

    LineName(String slug) {
        this.slug = slug;
    }

    /** The line of a number from 1 to 8. */
    static LineName of(int line) {
        return values()[line - 1];
    }

    int line() {
        return ordinal() + 1;
    }

    /** Scopes to submit by the line and to read what became of it; for the lines that are partners, also as such. */
    Set<String> scopes() {
        Set<String> scopes = new TreeSet<>(Set.of("line:" + slug + ":submit", "line:" + slug + ":read"));
        if (this == COURT || this == POLICE || this == PETITION) {
            scopes.addAll(Set.of("partner:" + slug + ":submit", "partner:" + slug + ":read"));
        }
        return scopes;
    }
}
