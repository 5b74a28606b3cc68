package org.hejie.matter.web;

import java.util.Arrays;
import java.util.Set;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.NewParty;
import org.hejie.party.PartyKind;
import org.hejie.party.PartyName;
import org.hejie.party.PhoneNumber;
import org.hejie.party.RefusedValue;
import org.hejie.party.Sex;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** A party as the window types it. A failing check digit is no error here: it is kept as a warning. */
record PartyRequest(@Nullable String role, @Nullable String kind, @Nullable String name, @Nullable String documentKind,
        @Nullable String documentNumber, @Nullable String documentOverrideReason, @Nullable String phone,
        @Nullable String address, @Nullable String sex, @Nullable Integer birthYear) {

    /** @param path of this party in the body, for errors */
    Participant toParticipant(String path) {
        PartyRole part = choice(PartyRole.class, role, PartyRole.APPLICANT, path + ".role");
        PartyKind what = choice(PartyKind.class, kind, PartyKind.PERSON, path + ".kind");
        PartyName called = value(path + ".name", () -> new PartyName(name == null ? "" : name));
        return new Participant(part, value(path, () -> new NewParty(what, called, document(path),
                RegisterRequest.filled(documentOverrideReason), phone(path), RegisterRequest.filled(address), null,
                choice(Sex.class, sex, Sex.UNKNOWN, path + ".sex"), birthYear, Set.of())));
    }

    private @Nullable IdentityDocument document(String path) {
        String number = RegisterRequest.filled(documentNumber);
        if (number == null) {
            return null;
        }
        DocumentKind what = choice(DocumentKind.class, documentKind, DocumentKind.ID_CARD, path + ".documentKind");
        return value(path + ".documentNumber", () -> new IdentityDocument(what, number));
    }

    private @Nullable PhoneNumber phone(String path) {
        String number = RegisterRequest.filled(phone);
        return number == null ? null : value(path + ".phone", () -> new PhoneNumber(number));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, @Nullable String given, E usual, String path) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(given)).findFirst()
                .orElseThrow(() -> Problem.field(path, "UNKNOWN"));
    }

    private interface Making<T> {
        T make();
    }

    private static <T> T value(String path, Making<T> making) {
        try {
            return making.make();
        } catch (RefusedValue refused) {
            throw Problem.field(path, refused.code().name());
        } catch (IllegalArgumentException e) {
            throw Problem.field(path, "INVALID");
        }
    }
}
