package org.hejie.place;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number of a governance centre (综治中心): the county's six digits, a dash and two digits; 00 is
 * the county's own centre. It is no area code, because a centre may manage more than the town it
 * stands in.
 *
 * @param value for example {@code 620123-07}
 */
public record CenterId(@JsonValue String value) implements Comparable<CenterId> {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}-[0-9]{2}");

    /**
     * @throws IllegalArgumentException if it has another form; the message does not repeat it
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CenterId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a centre's number is six digits, a dash and two digits");
        }
    }

    @Override
    public int compareTo(CenterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
