package org.hejie.document.internal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where content lies.
 *
 * @param store  new content goes there; what lies elsewhere stays readable
 * @param folder for {@link Store#FOLDER}, in the data folder unless said otherwise
 */
@ConfigurationProperties("hejie.files")
record FilesProperties(@DefaultValue("database") Store store, @DefaultValue("${hejie.data}/files") Path folder) {

    /** See ADR 43. */
    enum Store { DATABASE, FOLDER }
}
