package org.hejie.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.seal.SealCheck.Trusted;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.hejie.shared.crypto.Sm3;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of authorities, seals and their keys; keys are encrypted for their row alone. */
@Component
class SealStore implements SealedColumns {

    private static final SealedColumn KEY = SealedColumn.of("seal.secret", "seal_id", "sealed");

    private static final String SEALS = """
            select s.id, s.unit_id, s.subject, a.subject as issuer, s.serial, s.valid_from, s.valid_to, s.state, s.asked_at, s.approved_at,
                   s.revoked_at, s.revoked_why, s.version, s.asked_by, s.certificate
              from seal.seal s join seal.authority a on a.id = s.authority_id
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Units units;
    private final FieldCipher cipher;

    SealStore(JdbcClient jdbc, Ids ids, Units units, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.units = units;
        this.cipher = cipher;
    }

    /** A seal as kept. */
    record KeptSeal(SealRow row, long askedBy, SealCertificate certificate) {
    }

    /** An authority as kept. */
    record KeptAuthority(SealAuthority row, long askedBy, SealCertificate certificate) {
    }

    List<KeptSeal> seals() {
        return jdbc.sql(SEALS + " order by s.id desc").query(this::seal).list();
    }

    Optional<KeptSeal> seal(long id, boolean lock) {
        return jdbc.sql(SEALS + " where s.id = :id" + (lock ? " for no key update of s" : "")).param("id", id).query(this::seal).optional();
    }

    /** The unit's own, the one in use first. */
    List<KeptSeal> of(UnitId unit) {
        return jdbc.sql(SEALS + " where s.unit_id = :unit order by s.state = 'ACTIVE' desc, s.id desc").param("unit", unit.value())
                .query(this::seal).list();
    }

    private KeptSeal seal(ResultSet row, int number) throws SQLException {
        UnitId unit = new UnitId(row.getLong("unit_id"));
        String why = row.getString("revoked_why");
        return new KeptSeal(new SealRow(row.getLong("id"), unit.value(), units.get(unit).name(), row.getString("subject"), row.getString("issuer"),
                row.getString("serial"), at(row, "valid_from"), at(row, "valid_to"), SealRow.State.valueOf(row.getString("state")),
                at(row, "asked_at"), moment(row, "approved_at"), moment(row, "revoked_at"),
                why == null ? null : RevocationReason.valueOf(why), row.getInt("version")), row.getLong("asked_by"),
                SealCertificate.read(row.getBytes("certificate")));
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the certificate is there already */
    long insert(UnitId unit, long authority, SealCertificate certificate, byte[] key, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into seal.seal (id, unit_id, authority_id, subject, serial, certificate, valid_from, valid_to, state, asked_by,
                                       asked_at, visible_to, version)
                values (:id, :unit, :authority, :subject, :serial, :certificate, :from, :until, 'PENDING', :by, :at, :visible, 1)
                """)
                .param("id", id).param("unit", unit.value()).param("authority", authority).param("subject", certificate.subject())
                .param("serial", certificate.serial()).param("certificate", certificate.encoded()).param("from", Times.utc(certificate.from()))
                .param("until", Times.utc(certificate.until())).param("by", by).param("at", Times.utc(at))
                .param("visible", units.lineage(unit).stream().mapToLong(UnitId::value).toArray()).update();
        jdbc.sql("insert into seal.secret (seal_id, sealed) values (:id, :sealed)").param("id", id)
                .param("sealed", cipher.encryptBytes(KEY.place(id), key)).update();
        return id;
    }

    /** The private key, 32 bytes; empty unless the seal is in use and the scope is its unit's. */
    Optional<byte[]> key(long seal) {
        return jdbc.sql("select sealed from seal.secret where seal_id = :id").param("id", seal).query(byte[].class).optional()
                .map(sealed -> cipher.decryptBytes(KEY.place(seal), sealed));
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(KEY);
    }

    void approve(long seal, Instant at, long by) {
        jdbc.sql("update seal.seal set state = 'ACTIVE', approved_by = :by, approved_at = :at, version = version + 1 where id = :id")
                .param("by", by).param("at", Times.utc(at)).param("id", seal).update();
    }

    void revoke(long seal, RevocationReason why, Instant at, long by) {
        jdbc.sql("""
                update seal.seal set state = 'REVOKED', revoked_by = :by, revoked_at = :at, revoked_why = :why, version = version + 1
                 where id = :id
                """).param("by", by).param("at", Times.utc(at)).param("why", why.name()).param("id", seal).update();
    }

    List<KeptAuthority> authorities() {
        return authorities("true order by a.id desc", Map.of());
    }

    Optional<KeptAuthority> authority(long id) {
        return authorities("a.id = :id for no key update of a", Map.of("id", id)).stream().findFirst();
    }

    private List<KeptAuthority> authorities(String which, Map<String, Object> with) {
        return jdbc.sql("""
                select a.id, a.subject, a.serial, a.sm3, a.valid_from, a.valid_to, a.state, a.asked_at, a.asked_by, a.approved_at,
                       a.withdrawn_at, a.version, a.certificate,
                       (select count(*) from seal.revocation r where r.authority_id = a.id) as revoked
                  from seal.authority a where
                """ + which).params(with)
                .query((row, number) -> new KeptAuthority(new SealAuthority(row.getLong("id"), row.getString("subject"), row.getString("serial"),
                        HexFormat.of().formatHex(row.getBytes("sm3")), at(row, "valid_from"), at(row, "valid_to"),
                        SealAuthority.State.valueOf(row.getString("state")), at(row, "asked_at"), moment(row, "approved_at"),
                        moment(row, "withdrawn_at"), row.getInt("revoked"), row.getInt("version")), row.getLong("asked_by"),
                        SealCertificate.read(row.getBytes("certificate")))).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the certificate is there already */
    long insert(SealCertificate certificate, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into seal.authority (id, subject, serial, certificate, sm3, valid_from, valid_to, state, asked_by, asked_at, version)
                values (:id, :subject, :serial, :certificate, :sm3, :from, :until, 'PENDING', :by, :at, 1)
                """)
                .param("id", id).param("subject", certificate.subject()).param("serial", certificate.serial())
                .param("certificate", certificate.encoded()).param("sm3", Sm3.hash(certificate.encoded()))
                .param("from", Times.utc(certificate.from())).param("until", Times.utc(certificate.until())).param("by", by)
                .param("at", Times.utc(at)).update();
        return id;
    }

    void trust(long authority, Instant at, long by) {
        jdbc.sql("update seal.authority set state = 'TRUSTED', approved_by = :by, approved_at = :at, version = version + 1 where id = :id")
                .param("by", by).param("at", Times.utc(at)).param("id", authority).update();
    }

    void withdraw(long authority, Instant at, long by) {
        jdbc.sql("update seal.authority set state = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at, version = version + 1 where id = :id")
                .param("by", by).param("at", Times.utc(at)).param("id", authority).update();
    }

    /** How many were not known. */
    int revoked(long authority, Map<String, Instant> revoked) {
        return jdbc.sql("""
                insert into seal.revocation (authority_id, serial, revoked_at)
                select :authority, serial, at from unnest(:serials::text[], :times::timestamptz[]) told (serial, at)
                on conflict do nothing
                """).param("authority", authority).param("serials", revoked.keySet().toArray(String[]::new))
                .param("times", revoked.values().stream().map(Instant::toString).toArray(String[]::new)).update();
    }

    /** What is trusted now, with all that is revoked: by the authorities' lists and by our own register. */
    SealCheck check() {
        Map<Long, Map<String, Instant>> revoked = new HashMap<>();
        jdbc.sql("""
                select authority_id, serial, min(revoked_at) as revoked_at
                  from (select authority_id, serial, revoked_at from seal.revocation
                        union all select authority_id, serial, revoked_at from seal.seal where state = 'REVOKED') told
                 group by authority_id, serial
                """).query((row, number) -> revoked.computeIfAbsent(row.getLong(1), any -> new HashMap<>())
                        .put(row.getString(2), at(row, "revoked_at"))).list();
        return new SealCheck(authorities("a.state = 'TRUSTED' order by a.id", Map.of()).stream()
                .map(one -> new Trusted(one.certificate(), revoked.getOrDefault(one.row().id(), Map.of()))).toList());
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(moment(row, column));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
