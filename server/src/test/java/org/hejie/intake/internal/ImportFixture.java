package org.hejie.intake.internal;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.intake.Imports;
import org.hejie.intake.Intakes;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A dispatcher who brings a table of the hotline, maps its columns and has it run. */
abstract class ImportFixture {

    static final String HEAD = "工单编号,来电时间,标题,诉求内容,类别,地点,来电人,联系电话\n";

    @Autowired Imports imports;
    @Autowired County county;
    @Autowired Intakes intakes;
    Actor clerk;

    @BeforeEach
    void aDispatcher() {
        clerk = county.dispatcher(301);
    }

    ImportView finished(String table) {
        ImportId id = new ImportId(mapped(table).id());
        Actors.run(clerk, () -> imports.start(id));
        return await().atMost(Duration.ofMinutes(1)).until(() -> Actors.as(clerk, () -> imports.view(id)),
                view -> view.state() == ImportState.FINISHED);
    }

    ImportView mapped(String table) {
        ImportView view = uploaded(table);
        return Actors.as(clerk, () -> imports.map(new ImportId(view.id()), view.mapping()));
    }

    ImportView uploaded(String table) {
        return upload(table.getBytes(StandardCharsets.UTF_8));
    }

    ImportView upload(byte[] file) {
        return Actors.as(clerk, () -> imports.upload(SourceLine.HOTLINE, "来件.csv", file));
    }

    static String good(String prefix) {
        return prefix + UUID.randomUUID() + ",2026/3/2 9:32:09,夜间施工,楼上连续三天夜间装修,0202,和平镇某小区,王小民,13800001234\n";
    }
}
