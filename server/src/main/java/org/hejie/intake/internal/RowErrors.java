package org.hejie.intake.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.intake.ImportId;
import org.hejie.shared.web.Problem.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was wrong with which row. */
@Component
class RowErrors {

    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowErrors(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(ImportId id, Map<Integer, List<FieldError>> errors) {
        if (!errors.isEmpty()) {
            jdbc.sql("""
                    insert into intake.import_error (import_id, row_no, errors)
                    select :id, row_no, errors::jsonb from unnest(:rows::int[], :errors::text[]) as given (row_no, errors)
                    """)
                    .param("id", id.value())
                    .param("rows", errors.keySet().toArray(Integer[]::new))
                    .param("errors", errors.values().stream().map(json::writeValueAsString).toArray(String[]::new))
                    .update();
        }
    }

    /** By row, in their order. */
    Map<Integer, List<FieldError>> of(ImportId id) {
        Map<Integer, List<FieldError>> found = new TreeMap<>();
        jdbc.sql("select row_no, errors from intake.import_error where import_id = :id")
                .param("id", id.value())
                .query(row -> {
                    found.put(row.getInt(1), json.readValue(row.getString(2), ERRORS));
                });
        return found;
    }
}
