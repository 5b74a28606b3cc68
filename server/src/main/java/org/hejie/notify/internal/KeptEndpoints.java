package org.hejie.notify.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hejie.notify.Endpoint;
import org.hejie.notify.Endpoints;
import org.hejie.notify.SmsSettings;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.hejie.shared.web.Problem;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Addresses as rows; each change ends the one before. */
@Service
class KeptEndpoints implements Endpoints, SealedColumns {

    private static final SealedColumn SECRET = SealedColumn.of("notify.endpoint", "id", "secret");
    private static final SealedColumn FORMER = SealedColumn.of("notify.endpoint", "id", "former_secret").at(SECRET.place());
    private static final int SECRET_BYTES = 32;
    static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final OutsideNetwork network;
    private final OutsideHttp http;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptEndpoints(JdbcClient jdbc, OutsideNetwork network, OutsideHttp http, FieldCipher cipher, AuditLog audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.network = network;
        this.http = http;
        this.cipher = cipher;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Endpoint> find(String name) {
        return jdbc.sql("select name, address, set_at from notify.endpoint where name = :name and ended_at is null")
                .param("name", name)
                .query((row, number) -> new Endpoint(row.getString(1), URI.create(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The way to the address in force. */
    @Transactional(readOnly = true)
    public Optional<Channel> channel(String name) {
        return jdbc.sql("select id, address, secret, style, former_secret, former_until from notify.endpoint where name = :name and ended_at is null")
                .param("name", name).query((row, number) -> channel(row)).optional();
    }

    private Channel channel(ResultSet row) throws SQLException {
        FieldPlace place = place(row.getLong("id"));
        URI address = URI.create(row.getString("address"));
        String secret = cipher.decrypt(place, row.getBytes("secret"));
        if (!row.getString("style").equals("EVENT")) {
            return new Webhook(address, secret, http, clock);
        }
        Instant formerUntil = Times.instant(row.getObject("former_until", OffsetDateTime.class));
        boolean both = formerUntil != null && clock.instant().isBefore(formerUntil);
        return new EventWebhook(address,
                both ? List.of(secret, cipher.decrypt(place, row.getBytes("former_secret"))) : List.of(secret), http, clock);
    }

    /** The way through the gateway in force. */
    @Transactional(readOnly = true)
    public Optional<Channel> gateway(String name) {
        return jdbc.sql("select id, address, secret, method, media_type, body from notify.endpoint where name = :name and ended_at is null")
                .param("name", name)
                .query((row, number) -> (Channel) new SmsGateway(new SmsGateway.Form(row.getString("address"),
                        HttpMethod.valueOf(row.getString("method")), MediaType.parseMediaType(row.getString("media_type")),
                        row.getString("body"), cipher.decrypt(place(row.getLong("id")), row.getBytes("secret"))), http, cipher))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SmsSettings> sms(Actor by) {
        by.require(Role.SYSTEM_ADMIN);
        return jdbc.sql("select address, method, media_type, body, set_at from notify.endpoint where name = 'sms' and ended_at is null")
                .query((row, number) -> new SmsSettings(row.getString("address"), row.getString("method"), row.getString("media_type"),
                        row.getString("body"), null, row.getObject("set_at", OffsetDateTime.class).toInstant())).optional();
    }

    @Override
    @Transactional
    public void setSms(Actor by, SmsSettings settings) {
        by.require(Role.SYSTEM_ADMIN);
        settings.check();
        network.check(settings.checkedAddress(), "address");
        String secret = settings.secret() != null ? settings.secret()
                : jdbc.sql("select id, secret from notify.endpoint where name = 'sms' and ended_at is null")
                        .query((row, number) -> cipher.decrypt(place(row.getLong(1)), row.getBytes(2))).optional().orElse("");
        end("sms");
        long id = ids.next();
        jdbc.sql("""
                insert into notify.endpoint (id, name, address, secret, set_by, set_at, method, media_type, body)
                values (:id, 'sms', :address, :secret, :by, :now, :method, :mediaType, :body)
                """)
                .param("id", id).param("address", settings.address()).param("secret", cipher.encrypt(place(id), secret))
                .param("by", by.staffId().map(StaffId::value).orElse(null)).param("now", Times.utc(clock.instant()))
                .param("method", settings.method()).param("mediaType", settings.mediaType()).param("body", settings.body()).update();
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "ENDPOINT_SET").by(by.auditActor()).on("endpoint", id));
    }

    @Override
    @Transactional
    public String set(Actor by, String name, URI address) {
        by.require(Role.SYSTEM_ADMIN);
        if (address.toString().length() > LONGEST) {
            throw Problem.field("address", "LENGTH");
        }
        network.check(address, "address");
        end(name);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = "hs_" + HexFormat.of().formatHex(bytes);
        long id = ids.next();
        jdbc.sql("""
                insert into notify.endpoint (id, name, address, secret, set_by, set_at)
                values (:id, :name, :address, :secret, :by, :now)
                """)
                .param("id", id).param("name", name).param("address", address.toString())
                .param("secret", cipher.encrypt(place(id), secret))
                .param("by", by.staffId().map(StaffId::value).orElse(null)).param("now", Times.utc(clock.instant()))
                .update();
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "ENDPOINT_SET").by(by.auditActor()).on("endpoint", id));
        return secret;
    }

    @Override
    @Transactional
    public void end(Actor by, String name) {
        by.require(Role.SYSTEM_ADMIN);
        end(name).ifPresent(id -> audit.record(
                AuditEntry.of(AuditKind.ADMINISTRATION, "ENDPOINT_ENDED").by(by.auditActor()).on("endpoint", id)));
    }

    private Optional<Long> end(String name) {
        return jdbc.sql("update notify.endpoint set ended_at = :now where name = :name and ended_at is null returning id")
                .param("now", Times.utc(clock.instant())).param("name", name).query(Long.class).optional();
    }

    static FieldPlace place(long id) {
        return SECRET.place(id);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SECRET, FORMER);
    }
}
