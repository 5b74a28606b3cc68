package org.hejie.referral;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hejie.matter.SourceLine;

/** The four the centre works with. Source: domain.md §5.4. */
public enum PartnerSystem {
    /** 诉调: 法院. */
    COURT(SourceLine.COURT),
    /** 警调: 公安. */
    POLICE(SourceLine.POLICE),
    /** 访调: 信访. */
    PETITION(SourceLine.PETITION),
    /** 检调: 检察院. It is none of the eight lines; what it sends comes to the centre's own door. */
    PROSECUTION(SourceLine.WINDOW);

    private final SourceLine line;

    PartnerSystem(SourceLine line) {
        this.line = line;
    }

    /** The line by which its matters come in. */
    public SourceLine line() {
        return line;
    }

    /** Its name in addresses and token scopes, such as {@code court}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Scope of a token that sends, {@code partner:court:submit}. */
    public String submitScope() {
        return "partner:" + slug() + ":submit";
    }

    /** Scope of a token that reads, {@code partner:court:read}. */
    public String readScope() {
        return "partner:" + slug() + ":read";
    }

    /** The partner of that slug, if there is one. */
    public static Optional<PartnerSystem> ofSlug(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
