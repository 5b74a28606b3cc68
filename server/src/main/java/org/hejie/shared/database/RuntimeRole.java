package org.hejie.shared.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role as which the server works: may log in, owns nothing, bypasses nothing. */
final class RuntimeRole {

    static final String NAME = "hejie_app";

    /** What 42501 means is the same for every version: the account may not do that. */
    private static final String NOT_ALLOWED = "42501";

    private final JdbcClient owner;
    private final String name;

    RuntimeRole(DataSource owner, String name) {
        this.owner = JdbcClient.create(owner);
        this.name = name;
    }

    /**
     * Makes the role when it is missing, sets its password, and lets it use temporary tables ({@link CopiedRows}).
     * An existing role is only given its password: to say once more what it may not do is left to superusers.
     *
     * @throws UnusableDatabaseException if the owner may not, or the role bypasses what it must not
     */
    void ensure(String password) {
        try {
            owner.sql((exists() ? "alter role " + name : "create role " + name + " nosuperuser nocreatedb nocreaterole nobypassrls")
                    + " login password " + quoted(password)).update();
            String database = owner.sql("select quote_ident(current_database())").query(String.class).single();
            owner.sql("grant temporary on database " + database + " to " + name).update();
        } catch (RuntimeException e) {
            throw NOT_ALLOWED.equals(UnusableDatabaseException.stateOf(e)) ? notOurs(e) : e;
        }
        refuseIfItBypasses();
    }

    private boolean exists() {
        return owner.sql("select exists (select 1 from pg_roles where rolname = :name)")
                .param("name", name).query(Boolean.class).single();
    }

    private String quoted(String password) {
        return owner.sql("select quote_literal(:password)").param("password", password).query(String.class).single();
    }

    private void refuseIfItBypasses() {
        boolean bypasses = owner.sql("""
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = :name
                """).param("name", name).query(Boolean.class).single();
        if (bypasses) {
            throw new UnusableDatabaseException("The role " + name + ", as which the server works, may do more than it must.",
                    "As a superuser: alter role " + name + " nosuperuser nobypassrls nocreaterole nocreatedb;", null);
        }
    }

    private UnusableDatabaseException notOurs(RuntimeException cause) {
        String account = owner.sql("select current_user").query(String.class).single();
        return new UnusableDatabaseException("The account " + account + " may not make the role " + name + " or set its password.",
                "As a superuser: alter role " + account + " createrole; and, if " + name + " is there already, grant " + name
                        + " to " + account + " with admin option;", cause);
    }
}
