package org.hejie.shared.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role as which the server works: may log in, owns nothing, bypasses nothing. */
final class RuntimeRole {

    static final String NAME = "hejie_app";

    private RuntimeRole() {
    }

    /** Makes the role when it is missing, sets its password, and lets it use temporary tables ({@link CopiedRows}). */
    static void ensure(DataSource owner, String password) {
        JdbcClient jdbc = JdbcClient.create(owner);
        boolean exists = jdbc.sql("select exists (select 1 from pg_roles where rolname = :name)")
                .param("name", NAME).query(Boolean.class).single();
        String verb = exists ? "alter" : "create";
        String quoted = jdbc.sql("select quote_literal(:password)").param("password", password).query(String.class).single();
        jdbc.sql(verb + " role " + NAME + " login nosuperuser nocreatedb nocreaterole nobypassrls password " + quoted).update();
        String database = jdbc.sql("select quote_ident(current_database())").query(String.class).single();
        jdbc.sql("grant temporary on database " + database + " to " + NAME).update();
    }
}
