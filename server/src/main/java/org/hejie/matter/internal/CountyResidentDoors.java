package org.hejie.matter.internal;

import java.security.MessageDigest;
import java.util.Optional;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterId;
import org.hejie.matter.Registered.Receipt;
import org.hejie.matter.ResidentDoors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens doors through the one function that answers without a scope. */
@Service
class CountyResidentDoors implements ResidentDoors {

    private final JdbcClient jdbc;
    private final Doors doors;

    CountyResidentDoors(JdbcClient jdbc, Doors doors) {
        this.jdbc = jdbc;
        this.doors = doors;
    }

    private record Found(MatterId matter, byte[] queryHash) {
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MatterId> open(MatterCode code, String queryCode) {
        return find(code.value(), null)
                .filter(found -> MessageDigest.isEqual(found.queryHash(), doors.queryHash(found.matter(), queryCode)))
                .map(Found::matter);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MatterId> open(String token) {
        return find(null, doors.tokenHash(token)).map(Found::matter);
    }

    private Optional<Found> find(@Nullable String code, byte @Nullable [] token) {
        return jdbc.sql("select matter_id, query_hash from matter.find_door(:code::text, :token::bytea)")
                .param("code", code).param("token", token)
                .query((row, number) -> new Found(new MatterId(row.getLong(1)), row.getBytes(2))).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Receipt slip(MatterId matter) {
        return doors.make(matter, generation(matter));
    }

    @Override
    @Transactional
    public Receipt renew(MatterId matter) {
        int next = generation(matter) + 1;
        Receipt receipt = doors.make(matter, next);
        jdbc.sql("""
                update matter.resident_door set query_hash = :query, token_hash = :token, generation = :next
                 where matter_id = :id
                """)
                .param("query", doors.queryHash(matter, receipt.queryCode())).param("token", doors.tokenHash(receipt.token()))
                .param("next", next).param("id", matter.value()).update();
        return receipt;
    }

    private int generation(MatterId matter) {
        return jdbc.sql("select generation from matter.resident_door where matter_id = :id").param("id", matter.value())
                .query(Integer.class).optional().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
