-- Why: identity stands apart from matters, encrypted by the server (the database never sees a name), searchable
-- by equality through blind indexes, shown masked. One row is one appearance in one matter: data stay as given then.
create schema if not exists party;
grant usage on schema party to hejie_app;

create table party.party (
    id               bigint      primary key,
    kind             text        not null check (kind in ('PERSON', 'BODY')),
    name             bytea       not null,
    document_kind    text check (document_kind in ('ID_CARD', 'RESIDENCE_PERMIT_HK_MO_TW', 'CREDIT_CODE', 'PASSPORT',
                                 'HK_MO_PERMIT', 'TW_PERMIT', 'FOREIGNER_RESIDENCE_CARD', 'MILITARY', 'HOUSEHOLD_BOOK',
                                 'OTHER')),
    document_number  bytea,
    phone            bytea,
    address          bytea,
    notes            bytea,
    document_index   bytea check (length(document_index) = 16),
    phone_index      bytea check (length(phone_index) = 16),
    masked_name      text        not null,
    masked_document  text,
    masked_phone     text,
    masked_address   text,
    sex              text        not null check (sex in ('UNKNOWN', 'MALE', 'FEMALE', 'NOT_STATED')),
    birth_year       smallint check (birth_year between 1900 and 2200),
    document_warning text,
    override_reason  text check (length(override_reason) <= 200),
    protections      text[]      not null check (protections <@ '{MINOR,DOMESTIC_VIOLENCE,REPORTER}'),
    visible_to       bigint[]    not null check (cardinality(visible_to) > 0),
    revision         int         not null default 1,
    registered_at    timestamptz not null,
    check ((document_kind is null) = (document_number is null)),
    check ((document_number is null) = (document_index is null)),
    check ((phone is null) = (phone_index is null))
);
create index party_by_document on party.party (document_index) where document_index is not null;
create index party_by_phone on party.party (phone_index) where phone_index is not null;
grant select, insert, update on party.party to hejie_app;

alter table party.party enable row level security;
create policy scope on party.party to hejie_app
    using (visible_to && (select shared.scope_keys()))
    with check (visible_to && (select shared.scope_keys()));

-- What a correction replaced, as one encrypted text.
create table party.revision (
    id         bigint      primary key,
    party_id   bigint      not null references party.party,
    revision   int         not null,
    replaced   bytea       not null,
    changed_at timestamptz not null,
    changed_by bigint      not null,
    reason     text        not null check (length(reason) <= 200),
    unique (party_id, revision)
);
grant select, insert on party.revision to hejie_app;
alter table party.revision enable row level security;
create policy read on party.revision for select to hejie_app
    using (exists (select 1 from party.party p where p.id = party_id));
create policy write on party.revision for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
create trigger revision_is_append_only before update or delete or truncate on party.revision
    for each statement execute function shared.forbid_change();

-- How often a member of staff may reveal a day (domain rule: full view by reason, logged, limited a day).
create table party.reveal_limit (
    only_row boolean primary key default true check (only_row),
    per_day  int     not null check (per_day > 0)
);
insert into party.reveal_limit (per_day) values (50);
grant select on party.reveal_limit to hejie_app;

create table party.reveal_count (
    staff_id bigint not null,
    day      date   not null,
    reveals  int    not null,
    primary key (staff_id, day)
);
grant select, insert, update on party.reveal_count to hejie_app;

-- The roles that may reveal a party under special protection; nobody else may.
create table party.protection_role (
    protection text not null check (protection in ('MINOR', 'DOMESTIC_VIOLENCE', 'REPORTER')),
    role       text not null,
    primary key (protection, role)
);
grant select on party.protection_role to hejie_app;

-- Which keys this database was written with, so that a wrong key file is found at start and not at the first name.
create table party.key_mark (
    key_id      int   primary key,
    fingerprint bytea not null
);
grant select, insert on party.key_mark to hejie_app;
