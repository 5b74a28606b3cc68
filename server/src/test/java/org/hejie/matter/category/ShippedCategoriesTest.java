package org.hejie.matter.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedCategoriesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final Categories categories = CategoryTable.shipped();

    @Test
    void firstLevelHasTwentyCategories() {
        assertThat(categories.tree(TODAY)).hasSize(20);
    }

    @Test
    void secondLevelHasAHundredAndSevenCategories() {
        assertThat(categories.search("", TODAY)).hasSize(107);
    }

    @Test
    void markedCategoriesForceARiskCheck() {
        assertThat(categories.all()).filteredOn(Category::forcesRiskCheck)
                .extracting(category -> category.code().value())
                .containsExactly("0107", "0108", "0306", "0307", "0401", "0801", "0802", "1005",
                        "1201", "1204", "1303", "1405", "1501", "1502");
    }

    @Test
    void domesticViolenceIsNeverMediated() {
        assertThat(categories.all()).filteredOn(Category::neverMediate)
                .extracting(Category::zh).containsExactly("家庭暴力");
    }

    @Test
    void familyAndNeighbourShareOneNumberOfTheOlderList() {
        assertThat(categories.all()).filteredOn(category -> "17".equals(category.mapping().governance()))
                .extracting(category -> category.code().value().substring(0, 2)).containsOnly("01", "02");
    }

    @Test
    void searchFindsByFirstLevelName() {
        assertThat(categories.search("labour", TODAY)).extracting(category -> category.code().value())
                .contains("0401", "0408");
    }

    @Test
    void searchFindsByChineseName() {
        assertThat(categories.search("欠薪", TODAY)).extracting(category -> category.code().value())
                .containsExactly("0401", "0402");
    }

    @Test
    void nothingIsOfferedBeforeItsFirstDay() {
        assertThat(categories.tree(LocalDate.parse("2019-12-31"))).isEmpty();
    }

    @Test
    void unknownCodeIsUnknown() {
        var code = new CategoryCode("0199");

        assertThatThrownBy(() -> categories.get(code)).isInstanceOf(UnknownCategory.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生"})
    void everyHotlineLabelHasASuggestedLeaf(String label) {
        assertThat(categories.suggestedForHotline(label)).hasValueSatisfying(
                category -> assertThat(category.code().isLeaf()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "123", "01a1", "０１０１", "01011"})
    void codeOfAnotherFormIsRefused(String text) {
        assertThatThrownBy(() -> new CategoryCode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
