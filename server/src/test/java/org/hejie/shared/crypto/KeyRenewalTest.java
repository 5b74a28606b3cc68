package org.hejie.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.shared.crypto.KeyRenewal.Renewed;
import org.hejie.shared.crypto.SealedColumn.Renewal;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** On copies of the tables that the modules seal: other tests read the tables themselves with the application's own key. */
@HejieTest
class KeyRenewalTest {

    private static final long ROW = 4_711;
    private static final int PART = 3;

    @Autowired
    private List<SealedColumns> modules;
    @Autowired
    private KeyRing keys;
    @Autowired
    @FlywayDataSource
    private DataSource source;

    private JdbcClient owner;
    private KeyRing rotated;
    private FieldCipher newestAlone;

    @BeforeEach
    void oneOfEachUnderTheOldKey() {
        byte[] fresh = new byte[KeyRing.SECRET_LENGTH];
        rotated = new KeyRing(Map.of(1, keys.secrets().get(1), 2, fresh));
        newestAlone = new FieldCipher(new KeyRing(Map.of(2, fresh)));
        owner = JdbcClient.create(source);
        owner.sql("create schema renewal").update();
        columns().forEach(this::sealOne);
    }

    @AfterEach
    void noCopies() {
        owner.sql("drop schema renewal cascade").update();
    }

    @Test
    void everyColumnThatIsSealedIsContributed() throws Exception {
        List<String> declared = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:org/hejie/**/*.class")) {
            String content = file.getContentAsString(StandardCharsets.ISO_8859_1);
            if (!file.getURL().getPath().contains("/test-classes/") && content.contains("Lorg/hejie/shared/crypto/SealedColumn;")) {
                declared.addAll(declaredBy(ClassUtils.forName(nameOf(file), null)));
            }
        }

        assertThat(columns()).extracting(SealedColumn::toString).containsExactlyInAnyOrderElementsOf(declared);
    }

    /** Otherwise the renewal would write one envelope into several rows. */
    @Test
    void everyRowIsKnownByWhatTheColumnSays() {
        assertThat(columns()).allMatch(column -> owner.sql("""
                select exists (select 1 from pg_index i
                                where i.indrelid = cast(:table as regclass) and i.indisprimary
                                  and (select string_agg(a.attname, ',' order by a.attnum) from pg_attribute a
                                        where a.attrelid = i.indrelid and a.attnum = any (i.indkey)) = :key)
                """).param("table", column.table()).param("key", column.id() + (column.part() == null ? "" : "," + column.part()))
                .query(Boolean.class).single());
    }

    @Test
    void whatWasRenewedIsReadWithTheNewestKeyAlone() {
        renewal().renew(Renewal.FIELD);
        renewal().renew(Renewal.CONTENT);

        assertThat(columns()).filteredOn(column -> column.renewal() != Renewal.NEVER).hasSizeGreaterThan(15)
                .allSatisfy(column -> assertThat(newestAlone.decrypt(place(column), envelope(column))).isEqualTo(column.toString()));
    }

    @Test
    void aSecondRunFindsNothingLeft() {
        assertThat(renewal().renew(Renewal.FIELD).count()).isPositive();
        assertThat(renewal().renew(Renewal.FIELD)).isEqualTo(new Renewed(0, List.of()));
    }

    @Test
    void longContentIsRenewedOnlyWhenItIsAskedFor() {
        renewal().renew(Renewal.FIELD);

        assertThat(columns()).filteredOn(column -> column.renewal() == Renewal.CONTENT)
                .extracting(SealedColumn::toString, column -> envelope(column)[1])
                .containsExactlyInAnyOrder(tuple("document.content.sealed", (byte) 1), tuple("intake.import_part.sealed", (byte) 1));
    }

    /** Also for the owner: a trigger refuses. */
    @Test
    void exactlyWhatIsAppendOnlyIsNeverRenewed() {
        assertThat(columns()).filteredOn(column -> owner.sql("""
                select exists (select 1 from pg_trigger where tgfoid = 'shared.forbid_change()'::regprocedure and tgrelid = cast(:table as regclass))
                """).param("table", column.table()).query(Boolean.class).single())
                .extracting(SealedColumn::toString)
                .containsExactlyInAnyOrderElementsOf(columns().stream().filter(column -> column.renewal() == Renewal.NEVER)
                        .map(SealedColumn::toString).toList())
                .containsExactlyInAnyOrder("dossier.part.sealed", "party.revision.replaced");
    }

    @Test
    void oneThatCannotBeReadIsNamedAndTheOthersAreRenewed() {
        SealedColumn name = column("party.party.name");
        owner.sql("insert into " + copy(name).table() + " (id, name) values (1, '\\x01'), (2, '\\x0101')").update();

        Renewed renewed = renewal().renew(Renewal.FIELD);

        assertThat(renewed.unreadable()).containsExactly("party.party.name of row 1 is not an envelope of version 1",
                "party.party.name of row 2 is not an envelope of version 1");
        assertThat(newestAlone.decrypt(place(name), envelope(name))).isEqualTo("party.party.name");
    }

    /** More rows than one transaction takes. */
    @Test
    void manyPartsUnderOneIdAreAllRenewed() {
        SealedColumn parts = column("intake.import_part.sealed");
        for (int number = 10; number < 20; number++) {
            insert(parts, number);
        }

        assertThat(renewal().renew(Renewal.CONTENT).count()).isEqualTo(12);
        assertThat(standing(parts)).containsExactlyEntriesOf(Map.of(2, 11L));
    }

    @Test
    void anOperatorSeesHowMuchIsUnderWhichKey() {
        SealedColumn name = column("party.party.name");
        owner.sql("insert into " + copy(name).table() + " (id, name) values (1, :envelope)")
                .param("envelope", new FieldCipher(rotated).encrypt(name.place(1), "王某某")).update();

        assertThat(standing(name)).isEqualTo(Map.of(1, 1L, 2, 1L));
    }

    private Map<Integer, Long> standing(SealedColumn column) {
        return renewal().standings().stream().filter(standing -> standing.column().place().equals(column.place())).findFirst().orElseThrow()
                .byKey();
    }

    private KeyRenewal renewal() {
        return new KeyRenewal(source, new FieldCipher(rotated), rotated, List.of(() -> columns().stream().map(KeyRenewalTest::copy).toList()));
    }

    private List<SealedColumn> columns() {
        return modules.stream().flatMap(module -> module.sealedColumns().stream()).toList();
    }

    private SealedColumn column(String name) {
        return columns().stream().filter(column -> column.toString().equals(name)).findFirst().orElseThrow();
    }

    private static SealedColumn copy(SealedColumn column) {
        return new SealedColumn("renewal." + column.toString().replace('.', '_'), column.id(), column.part(), column.name(), column.place(),
                column.beside(), column.renewal());
    }

    private void sealOne(SealedColumn column) {
        owner.sql("create table " + copy(column).table() + " as select * from " + column.table() + " where false").update();
        insert(column, PART);
    }

    private void insert(SealedColumn column, int number) {
        owner.sql("insert into " + copy(column).table() + " (" + column.id() + (column.part() == null ? "" : ", " + column.part()) + ", "
                + column.name() + ") values (:id" + (column.part() == null ? "" : ", :part") + ", :envelope)")
                .param("id", ROW).param("part", number)
                .param("envelope", new FieldCipher(keys).encrypt(column.place(ROW, number), column.toString())).update();
    }

    private byte[] envelope(SealedColumn column) {
        return owner.sql("select " + column.name() + " from " + copy(column).table() + " where " + column.id() + " = :id")
                .param("id", ROW).query(byte[].class).single();
    }

    private static FieldPlace place(SealedColumn column) {
        return column.place(ROW, PART);
    }

    private static String nameOf(Resource file) throws IOException {
        String path = file.getURL().getPath();
        return path.substring(path.lastIndexOf("org/hejie/"), path.length() - ".class".length()).replace('/', '.');
    }

    private static List<String> declaredBy(Class<?> type) throws IllegalAccessException {
        List<String> found = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == SealedColumn.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                found.add(String.valueOf(field.get(null)));
            }
        }
        return found;
    }
}
