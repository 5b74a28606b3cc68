package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The account of a county's database is no superuser: it owns one database and may create roles. */
@HejieTest
class RuntimeRoleTest {

    private static final String PASSWORD = "made-up-for-a-test";

    @Autowired @FlywayDataSource HikariDataSource superuser;
    private JdbcClient jdbc;

    @BeforeEach
    void anOwnerWithADatabase() {
        jdbc = JdbcClient.create(superuser);
        jdbc.sql("create role trial_owner login createrole password '" + PASSWORD + "'").update();
        jdbc.sql("create database trial_county owner trial_owner").update();
    }

    @AfterEach
    void dropThem() {
        jdbc.sql("drop database trial_county").update();
        jdbc.sql("drop role if exists trial_app").update();
        jdbc.sql("drop role trial_owner").update();
    }

    @Test
    void itsOwnerMakesItAndStartsAgain() {
        var role = new RuntimeRole(owner(), "trial_app");
        role.ensure("first");
        role.ensure("second");

        assertThat(JdbcClient.create(account("trial_app", "second")).sql("select current_user").query(String.class).single())
                .isEqualTo("trial_app");
    }

    @Test
    void anotherAccountsRoleIsSaidWithTheWayOut() {
        jdbc.sql("create role trial_app").update();

        assertThatThrownBy(() -> new RuntimeRole(owner(), "trial_app").ensure("first"))
                .isInstanceOfSatisfying(UnusableDatabaseException.class, refused -> assertThat(refused.action())
                        .contains("grant trial_app to trial_owner with admin option"));
    }

    @Test
    void aRoleThatBypassesRowSecurityIsRefused() {
        jdbc.sql("create role trial_app bypassrls").update();
        jdbc.sql("grant trial_app to trial_owner with admin option").update();

        assertThatThrownBy(() -> new RuntimeRole(owner(), "trial_app").ensure("first"))
                .isInstanceOf(UnusableDatabaseException.class);
    }

    private DataSource owner() {
        return account("trial_owner", PASSWORD);
    }

    private DataSource account(String user, String password) {
        String url = superuser.getJdbcUrl().replaceFirst("/postgres$", "/trial_county");
        return new DriverManagerDataSource(url, user, password);
    }
}
