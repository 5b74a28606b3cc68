package org.hejie.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hejie.Hejie;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application: its own embedded PostgreSQL (one for all such tests of a run), a random port,
 * a clock the test may set ({@link TestClock}), and the schematic {@link County} with all its units. What another node
 * changes is looked for when a test says so; passwords are hashed quickly.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Hejie.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hejie.reference-watch=1h", "hejie.quick-passwords=true"})
@ActiveProfiles("test")
@Import({TestClock.Configuration.class, County.class, County.Drawing.class, TestStaff.class})
@ContextConfiguration(initializers = FreshDatabase.class)
public @interface HejieTest {
}
