-- Why: a demo county that was killed half-way goes on where it stood, and is never taken for whole. Seed and last day
-- are kept, so that the rest is the rest of the same county. No business rows; the tables stay empty outside the demo.
create schema if not exists demo;
grant usage on schema demo to hejie_app;

create table demo.loading (
    only_row   boolean primary key default true check (only_row),
    seed       bigint      not null,
    size       text        not null,
    last_day   date        not null,
    started_at timestamptz not null,
    done_at    timestamptz
);

-- A row is written in the transaction of its matters.
create table demo.batch (
    number     int primary key,
    matters    int         not null,
    written_at timestamptz not null
);

create table demo.staff (
    username text primary key,
    staff    bigint not null
);

grant select, insert, update on demo.loading, demo.batch, demo.staff to hejie_app;
