package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal whose code has no words says "not allowed" and leaves its reader alone: every code written in the sources has them. */
class EveryRefusalHasWordsTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern TYPED = Pattern.compile("Problem\\.of\\(\\s*ProblemType\\.(\\w+),\\s*\"([A-Z_0-9]+)\"\\s*\\)");
    private static final Pattern GUARDED = Pattern.compile("Refusal\\.guarded\\(\"([A-Z_0-9]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_en.properties"})
    void everyCodeOfARefusalHasItsWords(String file) throws IOException {
        assertThat(codes()).isNotEmpty().allSatisfy(code -> assertThat(words(file).getProperty(code)).as(code).isNotBlank());
    }

    private static Properties words(String file) {
        var words = new Properties();
        try (var in = new InputStreamReader(EveryRefusalHasWordsTest.class.getResourceAsStream("/i18n/" + file), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                TYPED.matcher(text).results().forEach(found -> codes.add(found.group(1) + "." + found.group(2)));
                GUARDED.matcher(text).results().map(found -> found.group(1)).filter(code -> !code.equals("ROLE"))
                        .forEach(code -> codes.add("RULE_REFUSED." + code));
            }
        }
        return codes;
    }
}
