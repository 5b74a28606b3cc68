package org.hejie.referral.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hejie.matter.MatterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Matters by their codes and codes by their matters, within the scope. */
@Component
class MatterCodes {

    private final JdbcClient jdbc;

    MatterCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, MatterId> byCode(Collection<String> codes) {
        Map<String, MatterId> found = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, id from matter.matter where code = any (:codes)").param("codes", codes.stream().map(String::strip).toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString(1), new MatterId(row.getLong(2)));
                    });
        }
        return found;
    }

    Map<Long, String> codes(Collection<MatterId> matters) {
        Map<Long, String> found = new HashMap<>();
        if (!matters.isEmpty()) {
            jdbc.sql("select id, code from matter.matter where id = any (:ids)").param("ids", matters.stream().map(MatterId::value).toArray(Long[]::new))
                    .query(row -> {
                        found.put(row.getLong(1), row.getString(2));
                    });
        }
        return found;
    }
}
