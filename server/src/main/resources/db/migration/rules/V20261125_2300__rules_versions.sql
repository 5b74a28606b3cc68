-- Why: rules are changed by the people who work with them, by two of them, and every version stays readable: matters keep the
-- one they began with, and later somebody asks who changed what and why. Reference data: no business row, no scope.
create schema if not exists rules;
grant usage on schema rules to hejie_app;

create table rules.version (
    id           bigint primary key,
    kind         text not null check (kind in ('ROUTING', 'PROCEDURE', 'CATEGORIES', 'CALENDAR', 'HOURS')),
    name         text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    number       int not null check (number > 0),
    state        text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'WITHDRAWN', 'DISCARDED')),
    revision     int not null check (revision > 0),
    text         text not null check (length(text) between 1 and 1000000),
    basis        bigint references rules.version (id),
    drafted_by   bigint,
    reason       text not null check (length(reason) between 1 and 500),
    tried        json,
    effective_at timestamptz,
    took_effect  boolean not null default false,
    unique (kind, name, number),
    check ((state = 'APPROVED') <= (effective_at is not null))
);
create unique index version_open on rules.version (kind, name) where state in ('DRAFT', 'SUBMITTED');
create index version_waiting on rules.version (effective_at) where state = 'APPROVED' and not took_effect;
comment on column rules.version.drafted_by is 'Null for what came with the server';
comment on column rules.version.tried is 'What trying the present text showed, numbers only';

create table rules.step (
    version_id bigint not null references rules.version (id),
    seq        int not null,
    action     text not null,
    at         timestamptz not null,
    staff      bigint,
    note       text check (length(note) <= 500),
    primary key (version_id, seq)
);

grant select, insert, update on rules.version to hejie_app;
grant select, insert on rules.step to hejie_app;

create trigger marks_changes after insert or update or delete or truncate on rules.version
    for each statement execute function shared.mark_reference('rules');
