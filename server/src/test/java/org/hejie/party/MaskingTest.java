package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "王某,        王*",
        "王某某,      王**",
        "欧阳某,      欧阳*",
        "欧阳,        欧*",
        "王,          王*",
        "阿依·某某,   阿****",
        "𠮷某某,      𠮷**",
        "Jane Roe,    J***",
    })
    void aPersonKeepsTheSurname(String name, String masked) {
        assertThat(new PartyName(name).masked(PartyKind.PERSON)).isEqualTo(masked);
    }

    @Test
    void aBodyKeepsItsName() {
        assertThat(new PartyName("某某劳务有限公司").masked(PartyKind.BODY)).isEqualTo("某某劳务有限公司");
    }

    @ParameterizedTest
    @CsvSource({
        "ID_CARD,  620123199001011234, 620123********1234",
        "ID_CARD,  12345,              *****",
        "PASSPORT, E12345678,          E******78",
        "OTHER,    A12,                ***",
    })
    void aDocumentKeepsItsEnds(DocumentKind kind, String number, String masked) {
        assertThat(Masking.document(kind, number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "甘肃省兰州市榆中县和平镇袁家营村三社12号, 甘肃省兰州市榆中县和平镇袁家营村****",
        "榆中县城关镇兴隆社区栖云小区3号楼501,      榆中县城关镇兴隆社区****",
        "榆中县城关镇栖云小区3号楼501,              榆中县城关镇****",
        "榆中县某路88号,                            榆中县****",
        "栖云小区3号楼501,                          ****",
        "某某超市对面,                              ****",
        "和平镇袁家营村,                            和平镇袁家营村",
    })
    void anAddressKeepsItsVillage(String address, String masked) {
        assertThat(Masking.address(address)).isEqualTo(masked);
    }

    @Test
    void aBankAccountKeepsItsLastFour() {
        assertThat(Masking.bankAccount("6222020200112233445")).isEqualTo("***************3445");
    }

    @Test
    void aMaskedNameSentBackIsRefused() {
        assertThatThrownBy(() -> new PartyName("王**")).isInstanceOf(RefusedValue.class);
    }

    @Test
    void aNamePrintsMasked() {
        assertThat(new PartyName("  王某\u200b某 ")).hasToString("王**");
    }
}
