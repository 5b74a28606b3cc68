package org.hejie.mediation.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.mediation.CalendarFeeds;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes calendars as RFC 5545 says: CRLF, lines of at most 75 octets, times in UTC. */
@Service
class SecretFeeds implements CalendarFeeds {

    private static final int SECRET = 24;
    private static final int OCTETS = 73;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecretFeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String renew() {
        byte[] drawn = new byte[SECRET];
        random.nextBytes(drawn);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
        jdbc.sql("delete from mediation.feed where staff_id = :staff").param("staff", Powers.self()).update();
        jdbc.sql("insert into mediation.feed (staff_id, hash, made_at) values (:staff, :hash, :at)").param("staff", Powers.self())
                .param("hash", hash(secret)).param("at", Times.utc(clock.instant())).update();
        return secret;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> calendar(String secret) {
        byte[] hash = hash(secret);
        if (!jdbc.sql("select mediation.feed_known(:hash)").param("hash", hash).query(Boolean.class).single()) {
            return Optional.empty();
        }
        String stamp = STAMP.format(clock.instant());
        Stream<String> events = jdbc.sql("select id, starts_at, ends_at, room, code, state from mediation.feed_of(:hash)").param("hash", hash)
                .query((row, number) -> event(row.getLong(1), STAMP.format(row.getObject(2, OffsetDateTime.class)),
                        STAMP.format(row.getObject(3, OffsetDateTime.class)), row.getString(4), row.getString(5), row.getString(6), stamp))
                .list().stream().flatMap(List::stream);
        return Optional.of(Stream.of(Stream.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hejie//Mediation//ZH", "CALSCALE:GREGORIAN"),
                        events, Stream.of("END:VCALENDAR")).flatMap(lines -> lines)
                .map(SecretFeeds::folded).collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    private static List<String> event(long id, String start, String end, @Nullable String room, String code, String state, String stamp) {
        return List.of("BEGIN:VEVENT", "UID:mediation-session-" + id + "@hejie", "DTSTAMP:" + stamp, "DTSTART:" + start, "DTEND:" + end,
                "SUMMARY:" + escaped("调解 " + code), "LOCATION:" + escaped(room == null ? "" : room),
                "STATUS:" + ("CANCELLED".equals(state) ? "CANCELLED" : "CONFIRMED"), "END:VEVENT");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }

    /** A line broken into pieces of at most 75 octets, never inside a character. */
    static String folded(String line) {
        var folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += more;
        }
        return folded.toString();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
