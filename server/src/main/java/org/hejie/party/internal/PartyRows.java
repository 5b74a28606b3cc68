package org.hejie.party.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.party.AlikeParty;
import org.hejie.party.DocumentCheck;
import org.hejie.party.DocumentKind;
import org.hejie.party.PartyId;
import org.hejie.party.PartyKind;
import org.hejie.party.PartyView;
import org.hejie.party.Protection;
import org.hejie.party.Sex;
import org.hejie.shared.Times;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.database.TypedStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code party.party}. Every statement sees the rows of the current scope alone. */
@Component
class PartyRows {

    private static final String PARTY = "party.party";
    private static final int BATCH = 500;
    private static final int A_FEW = 10;
    private static final int FOUND_AT_MOST = 200;
    private static final int ALIKE_AT_MOST = 40;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final ColumnTypes types;

    PartyRows(JdbcTemplate template, JdbcClient jdbc, ColumnTypes types) {
        this.template = template;
        this.types = types;
        this.jdbc = jdbc;
    }

    /** A row about to be inserted. */
    record Insert(SealedParty party, long[] visibleTo) {}

    /** A few travel with the statement that follows, which is that of their matter; many go as batches. */
    void insert(List<Insert> rows, Instant now) {
        var columns = rows.stream().map(row -> columns(row, now)).toList();
        if (rows.size() <= A_FEW) {
            types.statement().insert(PARTY, columns).beforehand(template);
        } else {
            types.insert(template, PARTY, columns, BATCH);
        }
    }

    private static Map<String, @Nullable Object> columns(Insert row, Instant now) {
        SealedParty party = row.party();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(32);
        columns.put("id", party.id());
        columns.put("kind", party.kind().name());
        columns.put("name", party.name());
        columns.put("document_kind", nameOf(party.documentKind()));
        columns.put("document_number", party.documentNumber());
        columns.put("phone", party.phone());
        columns.put("address", party.address());
        columns.put("notes", party.notes());
        columns.put("document_index", party.documentIndex());
        columns.put("phone_index", party.phoneIndex());
        columns.put("masked_name", party.maskedName());
        columns.put("masked_document", party.maskedDocument());
        columns.put("masked_phone", party.maskedPhone());
        columns.put("masked_address", party.maskedAddress());
        columns.put("sex", party.sex().name());
        columns.put("birth_year", party.birthYear());
        columns.put("document_warning", nameOf(party.documentWarning()));
        columns.put("override_reason", party.overrideReason());
        columns.put("protections", array(party.protections()));
        columns.put("visible_to", array(row.visibleTo()));
        columns.put("registered_at", Times.utc(now));
        return columns;
    }

    void update(SealedParty party, int revision) {
        jdbc.sql("""
                update party.party
                   set name = :name, document_kind = :documentKind, document_number = :documentNumber, phone = :phone,
                       address = :address, notes = :notes, document_index = :documentIndex, phone_index = :phoneIndex,
                       masked_name = :maskedName, masked_document = :maskedDocument, masked_phone = :maskedPhone,
                       masked_address = :maskedAddress, birth_year = :birthYear, document_warning = :documentWarning,
                       override_reason = :overrideReason, protections = cast(:protections as text[]), revision = :revision
                 where id = :id
                """)
            .param("id", party.id())
            .param("name", party.name())
            .param("documentKind", nameOf(party.documentKind()))
            .param("documentNumber", party.documentNumber(), Types.BINARY)
            .param("phone", party.phone(), Types.BINARY)
            .param("address", party.address(), Types.BINARY)
            .param("notes", party.notes(), Types.BINARY)
            .param("documentIndex", party.documentIndex(), Types.BINARY)
            .param("phoneIndex", party.phoneIndex(), Types.BINARY)
            .param("maskedName", party.maskedName())
            .param("maskedDocument", party.maskedDocument())
            .param("maskedPhone", party.maskedPhone())
            .param("maskedAddress", party.maskedAddress())
            .param("birthYear", party.birthYear(), Types.SMALLINT)
            .param("documentWarning", nameOf(party.documentWarning()))
            .param("overrideReason", party.overrideReason())
            .param("protections", array(party.protections()))
            .param("revision", revision)
            .update();
    }

    List<PartyView> views(Collection<PartyId> ids) {
        return jdbc.sql("""
                select id, kind, masked_name, document_kind, masked_document, masked_phone, masked_address, sex,
                       birth_year, document_warning, override_reason, protections, revision
                  from party.party
                 where id = any(cast(:ids as bigint[]))
                """)
            .param("ids", array(ids))
            .query((row, number) -> view(row))
            .list();
    }

    /** The whole row of one party, locked against a correction at the same time if wanted. */
    Optional<StoredParty> stored(PartyId id, boolean forUpdate) {
        return jdbc.sql("""
                select id, kind, name, document_kind, document_number, phone, address, notes, sex, birth_year,
                       override_reason, protections, revision
                  from party.party
                 where id = :id
                """ + (forUpdate ? " for no key update" : ""))
            .param("id", id.value())
            .query((row, number) -> new StoredParty(row.getLong("id"), PartyKind.valueOf(row.getString("kind")),
                    row.getBytes("name"), documentKind(row), row.getBytes("document_number"), row.getBytes("phone"),
                    row.getBytes("address"), row.getBytes("notes"), Sex.valueOf(row.getString("sex")),
                    row.getObject("birth_year", Integer.class), row.getString("override_reason"), protections(row),
                    row.getInt("revision")))
            .optional();
    }

    List<PartyId> byDocument(byte[] index) {
        return found("document_index", index);
    }

    List<PartyId> byPhone(byte[] index) {
        return found("phone_index", index);
    }

    private List<PartyId> found(String column, byte[] index) {
        return jdbc.sql("select id from party.party where " + column + " = :index order by id desc limit :limit")
                .param("index", index)
                .param("limit", FOUND_AT_MOST)
                .query((row, number) -> new PartyId(row.getLong(1)))
                .list();
    }

    List<AlikeParty> alike(Collection<PartyId> ids) {
        return jdbc.sql("""
                select p.id, o.id, true
                  from party.party p
                 cross join lateral (select id from party.party
                                      where document_index = p.document_index
                                      order by id desc limit :limit) o
                 where p.id = any(cast(:ids as bigint[])) and o.id <> p.id
                 union all
                select p.id, o.id, false
                  from party.party p
                 cross join lateral (select id from party.party
                                      where phone_index = p.phone_index
                                      order by id desc limit :limit) o
                 where p.id = any(cast(:ids as bigint[])) and o.id <> p.id
                """)
            .param("ids", array(ids))
            .param("limit", ALIKE_AT_MOST)
            .query((row, number) -> new AlikeParty(new PartyId(row.getLong(1)), new PartyId(row.getLong(2)), row.getBoolean(3)))
            .list();
    }

    void show(Collection<PartyId> ids, long[] visibleTo) {
        jdbc.sql("update party.party set visible_to = cast(:keys as bigint[]) where id = any(cast(:ids as bigint[]))")
            .param("ids", array(ids))
            .param("keys", array(visibleTo))
            .update();
    }

    /** Nobody waits for the answer. */
    void share(Collection<PartyId> ids, long[] keys) {
        String more = array(keys);
        TypedStatement statement = types.statement().sql("update party.party set visible_to = ");
        if (keys.length == 1) { // as mostly; who has it already is left out below
            statement.sql("visible_to || ").value("bigint[]", more);
        } else {
            statement.sql("array(select distinct key from unnest(visible_to || ").value("bigint[]", more).sql(") as key order by key)");
        }
        statement.sql(" where id = any(").value("bigint[]", array(ids)).sql(") and not visible_to @> ").value("bigint[]", more)
                .beforehand(template);
    }

    private static PartyView view(ResultSet row) throws SQLException {
        String warning = row.getString("document_warning");
        return new PartyView(new PartyId(row.getLong("id")), PartyKind.valueOf(row.getString("kind")),
                row.getString("masked_name"), documentKind(row), row.getString("masked_document"),
                row.getString("masked_phone"), row.getString("masked_address"), Sex.valueOf(row.getString("sex")),
                row.getObject("birth_year", Integer.class), warning == null ? null : DocumentCheck.Code.valueOf(warning),
                row.getString("override_reason"), protections(row), row.getInt("revision"));
    }

    private static @Nullable DocumentKind documentKind(ResultSet row) throws SQLException {
        String kind = row.getString("document_kind");
        return kind == null ? null : DocumentKind.valueOf(kind);
    }

    private static Set<Protection> protections(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("protections").getArray())
                .map(Protection::valueOf).collect(Collectors.toSet());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String array(Set<Protection> protections) {
        return protections.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(Collection<PartyId> ids) {
        return ids.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(long[] keys) {
        return Arrays.stream(keys).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
