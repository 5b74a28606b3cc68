-- Why: a party is written once more for each unit that comes to see its matter, and its check went through ten columns that this leaves
-- alone. A trigger asks the same when a party is written or one of them is (ADR 103).
create function party.party_is_right() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
declare
    wrong text := case
        when new.kind not in ('PERSON', 'BODY') then 'kind'
        when new.document_kind not in ('ID_CARD', 'RESIDENCE_PERMIT_HK_MO_TW', 'CREDIT_CODE', 'PASSPORT', 'HK_MO_PERMIT', 'TW_PERMIT',
                                       'FOREIGNER_RESIDENCE_CARD', 'MILITARY', 'HOUSEHOLD_BOOK', 'OTHER') then 'document_kind'
        when (new.document_kind is null) <> (new.document_number is null) then 'document_number'
        when (new.document_number is null) <> (new.document_index is null) then 'document_index'
        when length(new.document_index) <> 16 then 'document_index'
        when (new.phone is null) <> (new.phone_index is null) then 'phone_index'
        when length(new.phone_index) <> 16 then 'phone_index'
        when new.sex not in ('UNKNOWN', 'MALE', 'FEMALE', 'NOT_STATED') then 'sex'
        when new.birth_year not between 1900 and 2200 then 'birth_year'
        when length(new.override_reason) > 200 then 'override_reason'
        when not new.protections <@ '{MINOR,DOMESTIC_VIOLENCE,REPORTER}' then 'protections'
    end;
begin
    if wrong is not null then
        raise check_violation using message = format('a party''s %s is not what it may be', wrong),
            schema = 'party', table = 'party', column = wrong, constraint = format('party_%s_check', wrong);
    end if;
    return new;
end
$$;
revoke execute on function party.party_is_right() from public;

-- Before an insert, so that nothing is written; after an update, since a trigger before it would lock each row once more.
create trigger right_when_new before insert on party.party
    for each row execute function party.party_is_right();
create trigger right_when_changed
    after update of kind, document_kind, document_number, document_index, phone, phone_index, sex, birth_year, override_reason, protections
    on party.party
    for each row execute function party.party_is_right();

-- Who sees it is written more often, and asked as a rule of its column. A policy that uses a column holds its type, and is made again.
create domain party.seen_by as bigint[];
drop policy scope on party.party;
alter table party.party drop constraint party_checked, alter column visible_to type party.seen_by;
create policy scope on party.party to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter domain party.seen_by add constraint party_visible_to_check check (cardinality(value) > 0);
drop function party.party_checked(text, text, bytea, bytea, bytea, bytea, text, smallint, text, text[], bigint[]);
