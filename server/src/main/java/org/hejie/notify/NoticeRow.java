package org.hejie.notify;

import java.time.Instant;

/**
 * A notice on somebody's page.
 *
 * @param subject code of the matter, or line and day
 * @param link    page of the web client
 * @param fresh   not yet seen by the reader
 */
public record NoticeRow(long id, NoticeEvent event, String subject, String link, Instant at, boolean fresh) {
}
