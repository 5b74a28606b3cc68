package org.hejie.shared.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HejieTest
class ScopeInDatabaseTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aTransactionHoldsTheKeysOfItsScope() {
        List<Long> keys = Scopes.as(Scope.of(7, 11, -12), this::keysInTransaction);

        assertThat(keys).containsExactly(11L, -12L);
    }

    @Test
    void withoutScopeThereAreNoKeys() {
        assertThat(keysInTransaction()).isEmpty();
    }

    @Test
    void theScopeEndsWithTheTransaction() {
        Scopes.as(Scope.of(7, 11), this::keysInTransaction);

        assertThat(keysInTransaction()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7||{11}|0000000000000000000000000000000000000000000000000000000000000000", "7||{11}", "x", "|",
        "7||{11}|", "0000000000000000000000000000000000000000000000000000000000000000"})
    void aScopeWrittenByHandIsRefused(String forged) {
        assertThatThrownBy(() -> inTransaction(forged)).rootCause().hasMessageContaining("not signed");
    }

    @Test
    void aSignedScopeWithAnythingInItIsRefused() {
        String signed = Scopes.as(Scope.of(7, 11), () -> new TransactionTemplate(transactions).execute(
                status -> jdbc.sql("select current_setting('hejie.scope')").query(String.class).single()));
        int end = signed.length() - 64;

        assertThat(inTransaction(signed)).containsExactly(11L);
        for (String forged : List.of(signed + "0", signed.replace("11", "12"), signed.substring(0, end) + "|" + signed.substring(end),
                signed.substring(0, end) + "界|" + signed.substring(end), signed.substring(0, end - 1) + signed.substring(end))) {
            assertThatThrownBy(() -> inTransaction(forged)).as(forged).rootCause().hasMessageContaining("not signed");
        }
    }

    private List<Long> inTransaction(String setting) {
        return new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("select set_config('hejie.scope', :setting, true)").param("setting", setting).query(String.class).single();
            return keys();
        });
    }

    @Test
    void theRuntimeRoleCannotReadTheSigningSecret() {
        assertThatThrownBy(() -> jdbc.sql("select secret from shared.scope_secret").query(byte[].class).list())
                .rootCause().hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope_inner_key", "scope_outer_key"})
    void theRuntimeRoleCannotAskForTheKeysMadeOfIt(String function) {
        assertThatThrownBy(() -> jdbc.sql("select shared." + function + "()").query(byte[].class).single())
                .rootCause().hasMessageContaining("permission denied for function " + function);
    }

    private List<Long> keysInTransaction() {
        return new TransactionTemplate(transactions).execute(status -> keys());
    }

    private List<Long> keys() {
        return jdbc.sql("select unnest(shared.scope_keys())").query(Long.class).list();
    }
}
