-- Why: whoever holds a seal's key can bind a committee, and whoever trusts an authority can make anybody hold one. So a second
-- administrator approves both, no administrator can read a key, and a key that was revoked is read by nobody.
-- Source: 电子签名法 arts. 13, 15, 16 (to be verified); docs/adr/0082.
create schema seal;
grant usage on schema seal to hejie_app;

create table seal.authority (
    id           bigint primary key,
    subject      text not null check (length(subject) between 1 and 500),
    serial       text not null,
    certificate  bytea not null,
    sm3          bytea not null unique check (length(sm3) = 32),
    valid_from   timestamptz not null,
    valid_to     timestamptz not null,
    state        text not null check (state in ('PENDING', 'TRUSTED', 'WITHDRAWN')),
    asked_by     bigint not null,
    asked_at     timestamptz not null,
    approved_by  bigint,
    approved_at  timestamptz,
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    version      int not null,
    check ((approved_by is null) = (approved_at is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check (state <> 'TRUSTED' or approved_by is not null),
    check (approved_by is distinct from asked_by)
);

-- What an authority's own list says is revoked; only added to.
create table seal.revocation (
    authority_id bigint not null references seal.authority (id),
    serial       text not null,
    revoked_at   timestamptz not null,
    primary key (authority_id, serial)
);

create table seal.seal (
    id           bigint primary key,
    unit_id      bigint not null,
    authority_id bigint not null references seal.authority (id),
    subject      text not null check (length(subject) between 1 and 500),
    serial       text not null,
    certificate  bytea not null,
    valid_from   timestamptz not null,
    valid_to     timestamptz not null,
    state        text not null check (state in ('PENDING', 'ACTIVE', 'REVOKED')),
    asked_by     bigint not null,
    asked_at     timestamptz not null,
    approved_by  bigint,
    approved_at  timestamptz,
    revoked_by   bigint,
    revoked_at   timestamptz,
    revoked_why  text check (revoked_why in ('KEY_LOST', 'REPLACED', 'UNIT_ENDED', 'ISSUED_WRONGLY')),
    visible_to   bigint[] not null check (cardinality(visible_to) > 0),
    version      int not null,
    unique (authority_id, serial),
    check ((approved_by is null) = (approved_at is null)),
    check ((state = 'REVOKED') = (revoked_at is not null)),
    check ((revoked_at is null) = (revoked_why is null) and (revoked_at is null) = (revoked_by is null)),
    check (state <> 'ACTIVE' or approved_by is not null),
    check (approved_by is distinct from asked_by)
);
create index seal_of_unit on seal.seal (unit_id, id desc);
comment on column seal.seal.visible_to is 'The unit and those above it: whose head may use the key';

create table seal.secret (
    seal_id bigint primary key references seal.seal (id),
    sealed  bytea not null
);
comment on table seal.secret is 'Private keys under SM4-GCM, for their row alone';

do $$
declare
    open_to_the_house text;
begin
    foreach open_to_the_house in array array['authority', 'revocation', 'seal'] loop
        execute format('alter table seal.%I enable row level security', open_to_the_house);
        execute format('create policy seen on seal.%I to hejie_app
            using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0)', open_to_the_house);
    end loop;
end
$$;
alter table seal.secret enable row level security;
create policy used_by_its_unit on seal.secret for select to hejie_app
    using (exists (select 1 from seal.seal s where s.id = seal_id and s.state = 'ACTIVE' and s.visible_to && (select shared.scope_keys())));
create policy brought on seal.secret for insert to hejie_app
    with check (exists (select 1 from seal.seal s where s.id = seal_id and s.state = 'PENDING'));

grant select, insert on seal.authority, seal.revocation, seal.seal, seal.secret to hejie_app;
grant update (state, approved_by, approved_at, withdrawn_by, withdrawn_at, version) on seal.authority to hejie_app;
grant update (state, approved_by, approved_at, revoked_by, revoked_at, revoked_why, version) on seal.seal to hejie_app;

create function seal.never_back() returns trigger language plpgsql as $$
begin
    if old.state in ('REVOKED', 'WITHDRAWN') then
        raise exception 'what was revoked stays revoked';
    end if;
    return new;
end
$$;
create trigger never_back before update on seal.seal for each row execute function seal.never_back();
create trigger never_back before update on seal.authority for each row execute function seal.never_back();
