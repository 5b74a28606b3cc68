package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hejie.shared.Ids;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@HejieTest
class CopiedRowsTest {

    private static final long KEY = 4_711;

    @Autowired
    CopiedRows copied;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @ParameterizedTest
    @ValueSource(strings = {"两行\n和\t制表", "back\\slash \\N", "quote ' \" {,}", "回车\r", "𠮷😀"})
    void aTextArrivesAsItWas(String text) {
        long id = ids.next();

        String read = within(KEY, () -> {
            copied.insert("document.file", List.of(file(id, text, KEY)));
            return jdbc.sql("select name from document.file where id = :id").param("id", id).query(String.class).single();
        });

        assertThat(read).isEqualTo(text);
    }

    @Test
    void aRowOutsideTheScopeIsRefused() {
        long id = ids.next();

        assertThatThrownBy(() -> within(KEY, () -> {
            copied.insert("document.file", List.of(file(id, "a.txt", KEY + 1)));
            return "";
        })).rootCause().hasMessageContaining("row-level security");
    }

    @Test
    void twoPartsInOneTransactionAreWrittenOnceEach() {
        long one = ids.next();
        long other = ids.next();

        long there = within(KEY, () -> {
            copied.insert("document.file", List.of(file(one, "a.txt", KEY)));
            copied.insert("document.file", List.of(file(other, "b.txt", KEY)));
            return jdbc.sql("select count(*) from document.file where id in (:one, :other)")
                    .param("one", one).param("other", other).query(Long.class).single();
        });

        assertThat(there).isEqualTo(2);
    }

    @Test
    void aCheckOfTheTableHolds() {
        Map<String, @Nullable Object> row = file(ids.next(), "a.txt", KEY);
        row.put("size", 0);

        assertThatThrownBy(() -> within(KEY, () -> {
            copied.insert("document.file", List.of(row));
            return "";
        })).rootCause().hasMessageContaining("file_size_check");
    }

    @Test
    void withoutATransactionNothingIsCopied() {
        assertThatThrownBy(() -> copied.insert("document.file", List.of(file(ids.next(), "a.txt", KEY))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private <T> T within(long key, Supplier<T> work) {
        return Scopes.as(Scope.of(1, key), () -> transaction.execute(status -> work.get()));
    }

    private static Map<String, @Nullable Object> file(long id, String name, long key) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("owner_id", null);
        row.put("name", name);
        row.put("type", "TEXT");
        row.put("purpose", "test");
        row.put("size", 1);
        row.put("sm3", "\\x" + "00".repeat(32));
        row.put("uploaded_by", 1L);
        row.put("uploaded_at", Instant.EPOCH);
        row.put("visible_to", List.of(key));
        return row;
    }
}
