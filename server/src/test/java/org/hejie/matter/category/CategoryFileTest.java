package org.hejie.matter.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoryFileTest {

    private static final String HEAD = "code,zh,en,force_risk,never_mediate,guide_only,needs_text,"
            + "map_sfb,map_zz19,map_12345,map_ajay,valid_from,valid_to,version\n"
            + "01,婚恋家庭,Family,,,,,,17,,,2020-01-01,,1\n";

    @Test
    void retiredCategoryStaysReadable() throws IOException {
        var read = read("0101,离婚,Divorce,,,,,,17,,,2020-01-01,2026-01-01,2\n").get(new CategoryCode("0101"));

        assertThat(read.isValidOn(LocalDate.parse("2026-01-01"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0201,相邻,Neighbours,,,,,,17,,,2020-01-01,,1",
        "01,婚恋家庭,Family,,,,,,17,,,2020-01-01,,1",
        "0101,,Divorce,,,,,,17,,,2020-01-01,,1",
        "0101,离婚,Divorce,maybe,,,,,17,,,2020-01-01,,1",
        "0101,离婚,Divorce,,,,,,17,,,2020-02-30,,1",
        "0101,离婚,Divorce,,,,,,17,,,2020-01-01,2020-01-01,1"
    })
    void wrongLineIsNamed(String line) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(InvalidCategories.class)
                .hasMessageStartingWith("categories.csv:3: ");
    }

    private static Map<CategoryCode, Category> read(String lines) throws IOException {
        return CategoryFile.categories("categories.csv", new StringReader(HEAD + lines));
    }
}
