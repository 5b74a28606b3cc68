package org.hejie.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A party as it came in a request or an imported row: plain texts, not yet looked at. Blank texts count as absent.
 * Components as in {@link NewParty}.
 */
public record PartyDraft(
        PartyKind kind,
        @Nullable String name,
        @Nullable DocumentKind documentKind,
        @Nullable String documentNumber,
        @Nullable String documentOverrideReason,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String notes,
        @Nullable Sex sex,
        @Nullable Integer birthYear,
        Set<Protection> protections) {

    /**
     * What cannot be kept, field by field; empty when {@link #accept} will work. Codes are those of
     * {@link RefusedValue}, and {@code REQUIRED} or {@code RANGE}.
     *
     * @param path put before each field's name, e.g. {@code parties[0].}
     */
    public List<FieldError> errors(String path) {
        List<FieldError> errors = new ArrayList<>();
        if (blank(name)) {
            errors.add(new FieldError(path + "name", "REQUIRED"));
        }
        probe(errors, path + "name", name, PartyName::new);
        probe(errors, path + "documentNumber", documentNumber, number -> new IdentityDocument(documentKindOrGuess(), number));
        probe(errors, path + "documentOverrideReason", documentOverrideReason, text -> Typed.words(text, NewParty.REASON_LENGTH));
        probe(errors, path + "phone", phone, PhoneNumber::new);
        probe(errors, path + "address", address, text -> Typed.words(text, NewParty.ADDRESS_LENGTH));
        probe(errors, path + "notes", notes, text -> Typed.words(text, NewParty.NOTES_LENGTH));
        if (birthYear != null && !NewParty.isBirthYear(birthYear)) {
            errors.add(new FieldError(path + "birthYear", "RANGE"));
        }
        return errors;
    }

    /**
     * The party to register.
     *
     * @throws RefusedValue if {@link #errors} is not empty
     */
    public NewParty accept() {
        return new NewParty(kind, new PartyName(name == null ? "" : name),
                blank(documentNumber) ? null : new IdentityDocument(documentKindOrGuess(), documentNumber),
                present(documentOverrideReason),
                blank(phone) ? null : new PhoneNumber(phone),
                present(address), present(notes), sex == null ? Sex.UNKNOWN : sex, birthYear, protections);
    }

    /** Imported rows often lack the kind: then an identity card of a person, a credit code of a body. */
    private DocumentKind documentKindOrGuess() {
        if (documentKind != null) {
            return documentKind;
        }
        return switch (kind) {
            case PERSON -> DocumentKind.ID_CARD;
            case BODY -> DocumentKind.CREDIT_CODE;
        };
    }

    private static void probe(List<FieldError> errors, String path, @Nullable String raw, Function<String, ?> make) {
        if (blank(raw)) {
            return;
        }
        try {
            make.apply(raw);
        } catch (RefusedValue refused) {
            errors.add(new FieldError(path, refused.code().name()));
        }
    }

    private static @Nullable String present(@Nullable String raw) {
        return blank(raw) ? null : raw;
    }

    private static boolean blank(@Nullable String raw) {
        return raw == null || raw.isBlank();
    }

    @Override
    public String toString() {
        return "PartyDraft[" + kind + "]";
    }
}
