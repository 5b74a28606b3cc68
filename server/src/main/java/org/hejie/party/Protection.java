package org.hejie.party;

/** Why a party's identity is shown to named roles only. */
public enum Protection {
    /** Under 18 (未成年人保护法 art. 2, 4). Set by the server when the document tells so. */
    MINOR,
    /** Suffers domestic violence (反家庭暴力法 art. 5: privacy of the victim). */
    DOMESTIC_VIOLENCE,
    /** Reports somebody else's wrong (举报人) and must not become known to that one. */
    REPORTER
}
