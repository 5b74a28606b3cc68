package org.hejie.partner.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions in force, as rows. */
@Repository
class SubscriptionRows {

    private static final String COLUMNS =
            "select id, partner, types, forwarded_to, added_at from partner.subscription where ended_at is null ";

    private final JdbcClient jdbc;

    SubscriptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param forwardedTo number of the last news that was looked at */
    record Row(long id, PartnerSystem partner, Set<NewsType> types, long forwardedTo, Instant addedAt) {

        /** Its name as a destination. */
        String destination() {
            return "partner-" + id;
        }
    }

    List<Row> all() {
        return jdbc.sql(COLUMNS + "order by partner, id").query(SubscriptionRows::row).list();
    }

    Optional<Row> find(long id) {
        return jdbc.sql(COLUMNS + "and id = :id").param("id", id).query(SubscriptionRows::row).optional();
    }

    /** The same, held until the end of the transaction; empty while another holds it. */
    Optional<Row> take(long id) {
        return jdbc.sql(COLUMNS + "and id = :id for no key update skip locked").param("id", id).query(SubscriptionRows::row).optional();
    }

    void add(Row row, @Nullable Long by) {
        jdbc.sql("""
                insert into partner.subscription (id, partner, types, forwarded_to, added_by, added_at)
                values (:id, :partner, :types, :forwardedTo, :by, :at)
                """)
                .param("id", row.id()).param("partner", row.partner().name()).param("types", names(row.types()))
                .param("forwardedTo", row.forwardedTo()).param("by", by).param("at", Times.utc(row.addedAt())).update();
    }

    void tell(long id, Set<NewsType> types) {
        jdbc.sql("update partner.subscription set types = :types where id = :id").param("types", names(types)).param("id", id).update();
    }

    void forwarded(long id, long to) {
        jdbc.sql("update partner.subscription set forwarded_to = :to where id = :id").param("to", to).param("id", id).update();
    }

    void end(long id, Instant at) {
        jdbc.sql("update partner.subscription set ended_at = :at where id = :id").param("at", Times.utc(at)).param("id", id).update();
    }

    private static String[] names(Set<NewsType> types) {
        return types.stream().sorted().map(NewsType::name).toArray(String[]::new);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Set<NewsType> types = Arrays.stream((String[]) row.getArray("types").getArray()).map(NewsType::valueOf).collect(Collectors.toSet());
        return new Row(row.getLong("id"), PartnerSystem.valueOf(row.getString("partner")), types, row.getLong("forwarded_to"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
