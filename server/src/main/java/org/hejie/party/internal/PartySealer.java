package org.hejie.party.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hejie.party.DocumentCheck;
import org.hejie.party.IdentityDocument;
import org.hejie.party.Masking;
import org.hejie.party.NewParty;
import org.hejie.party.PhoneNumber;
import org.hejie.party.Protection;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.BlindIndex;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a party into the row that is stored, and a row's encrypted columns back into text. */
@Component
class PartySealer {

    static final String NAME = "party.party.name";
    static final String DOCUMENT_NUMBER = "party.party.document_number";
    static final String PHONE = "party.party.phone";
    static final String ADDRESS = "party.party.address";
    static final String NOTES = "party.party.notes";

    private static final int ADULT_AGE = 18;

    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Clock clock;

    PartySealer(FieldCipher cipher, BlindIndex index, Clock clock) {
        this.cipher = cipher;
        this.index = index;
        this.clock = clock;
    }

    SealedParty seal(long id, NewParty party) {
        LocalDate today = Times.dateOf(clock.instant());
        IdentityDocument document = party.document();
        PhoneNumber phone = party.phone();
        String address = party.address();
        Optional<LocalDate> birth = document == null ? Optional.empty() : document.birthDate();
        return new SealedParty(id, party.kind(),
                cipher.encrypt(new FieldPlace(NAME, id), party.name().text()),
                document == null ? null : document.kind(),
                encrypted(DOCUMENT_NUMBER, id, document == null ? null : document.number()),
                encrypted(PHONE, id, phone == null ? null : phone.typed()),
                encrypted(ADDRESS, id, address),
                encrypted(NOTES, id, party.notes()),
                document == null ? null : indexOfDocument(document.number()),
                phone == null ? null : indexOf(phone),
                party.name().masked(party.kind()),
                document == null ? null : document.masked(),
                phone == null ? null : phone.masked(),
                address == null ? null : Masking.address(address),
                party.sex(),
                birth.map(LocalDate::getYear).orElse(party.birthYear()),
                document == null ? null : warning(document.check(today)),
                party.overrideReason(),
                protections(party.protections(), birth, today));
    }

    /** The text of an encrypted column; null for an empty one. */
    @Nullable String open(String column, long id, byte @Nullable [] envelope) {
        return envelope == null ? null : cipher.decrypt(new FieldPlace(column, id), envelope);
    }

    byte[] indexOfDocument(String number) {
        return index.of("document", number);
    }

    byte[] indexOf(PhoneNumber phone) {
        return index.of("phone", phone.digits());
    }

    private byte @Nullable [] encrypted(String column, long id, @Nullable String text) {
        return text == null ? null : cipher.encrypt(new FieldPlace(column, id), text);
    }

    private static DocumentCheck.@Nullable Code warning(DocumentCheck check) {
        return switch (check) {
            case DocumentCheck.Passed() -> null;
            case DocumentCheck.Warned(DocumentCheck.Code code) -> code;
        };
    }

    private static Set<Protection> protections(Set<Protection> given, Optional<LocalDate> birth, LocalDate today) {
        Set<Protection> all = EnumSet.noneOf(Protection.class);
        all.addAll(given);
        if (birth.filter(date -> date.plusYears(ADULT_AGE).isAfter(today) && !date.isAfter(today)).isPresent()) {
            all.add(Protection.MINOR);
        }
        return all;
    }
}
