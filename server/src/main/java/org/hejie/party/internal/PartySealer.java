package org.hejie.party.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
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
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a party into the row that is stored, and a row's encrypted columns back into text. */
@Component
class PartySealer implements SealedColumns {

    static final SealedColumn NAME = column("name");
    static final SealedColumn DOCUMENT_NUMBER = column("document_number");
    static final SealedColumn PHONE = column("phone");
    static final SealedColumn ADDRESS = column("address");
    static final SealedColumn NOTES = column("notes");

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
                cipher.encrypt(NAME.place(id), party.name().text()),
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
    @Nullable String open(SealedColumn column, long id, byte @Nullable [] envelope) {
        return envelope == null ? null : cipher.decrypt(column.place(id), envelope);
    }

    byte[] indexOfDocument(String number) {
        return index.of("document", number);
    }

    byte[] indexOf(PhoneNumber phone) {
        return index.of("phone", phone.digits());
    }

    private byte @Nullable [] encrypted(SealedColumn column, long id, @Nullable String text) {
        return text == null ? null : cipher.encrypt(column.place(id), text);
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

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(NAME, DOCUMENT_NUMBER, PHONE, ADDRESS, NOTES);
    }

    private static SealedColumn column(String name) {
        return SealedColumn.of("party.party", "id", name);
    }
}
