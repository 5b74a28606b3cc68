package org.hejie.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.NewParty;
import org.hejie.party.PartyKind;
import org.hejie.party.PartyName;
import org.hejie.party.PhoneNumber;
import org.hejie.party.Sex;

/**
 * Parties that are nobody. The ID number has a valid check digit (GB 11643-1999) but the area 999999, which is not
 * assigned; the phone begins with 1007, and no mobile number in China begins with 10. Names are drawn at random.
 */
final class InventedPeople {

    private static final String AREA = "999999";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate OLDEST = LocalDate.of(1942, 1, 1);
    private static final int DAYS = 60 * 365;

    private final Map<String, String> characters = DemoFiles.read("names.csv", 2).stream()
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));

    /** A person with name and sex and, mostly, document and phone. */
    NewParty person(String address, Dice dice) {
        String sequence = String.format("%03d", dice.between(1, 999));
        LocalDate birth = OLDEST.plusDays(dice.between(0, DAYS));
        Sex sex = (sequence.charAt(2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        boolean shown = dice.chance(0.7);
        return new NewParty(PartyKind.PERSON, new PartyName(name(dice)),
                shown ? new IdentityDocument(DocumentKind.ID_CARD, idNumber(birth, sequence)) : null, null,
                dice.chance(0.9) ? phone(dice) : null, dice.chance(0.6) ? address : null, null, sex,
                shown ? null : birth.getYear(), Set.of());
    }

    /** The other side, of whom less is known. */
    NewParty other(Dice dice) {
        return dice.chance(0.2) ? NewParty.body("演示" + dice.pick("甲乙丙丁戊己庚辛") + "号经营部")
                : dice.chance(0.5) ? NewParty.person(name(dice)).with(phone(dice)) : NewParty.person(name(dice));
    }

    private String name(Dice dice) {
        var name = new StringBuilder().append(dice.pick(characters.get("surname"))).append(dice.pick(characters.get("given")));
        return (dice.chance(0.75) ? name.append(dice.pick(characters.get("given"))) : name).toString();
    }

    private static PhoneNumber phone(Dice dice) {
        return new PhoneNumber("1007" + String.format("%07d", dice.between(0, 9_999_999)));
    }

    private static String idNumber(LocalDate birth, String sequence) {
        String body = AREA + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + sequence;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECKS.charAt(sum % CHECKS.length());
    }
}
