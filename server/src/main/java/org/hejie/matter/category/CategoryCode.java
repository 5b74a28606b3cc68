package org.hejie.matter.category;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a category: two digits for the first level, four for the second ({@code LLSS}).
 *
 * @param value such as {@code 04} or {@code 0401}
 */
public record CategoryCode(@JsonValue String value) implements Comparable<CategoryCode> {

    private static final Pattern FORM = Pattern.compile("[0-9]{2}([0-9]{2})?");

    /** @throws IllegalArgumentException if it is of another form; the message does not repeat it */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CategoryCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a category's code has two or four digits");
        }
    }

    /** Whether it is of the second level, the one a clerk picks. */
    public boolean isLeaf() {
        return value.length() == 4;
    }

    /** The first-level code above it; empty for a first-level code. */
    public Optional<CategoryCode> parent() {
        return isLeaf() ? Optional.of(new CategoryCode(value.substring(0, 2))) : Optional.empty();
    }

    @Override
    public int compareTo(CategoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
