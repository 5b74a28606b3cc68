-- Why: what is told to others is written down with what it tells of, in one transaction, and sent afterwards; what
-- cannot be sent stays visible until a person has dealt with it (docs/adr/0060).
create schema if not exists notify;
grant usage on schema notify to hejie_app;

-- Where messages of a destination go. The address is a system's, never a person's.
create table notify.endpoint (
    id       bigint primary key,
    name     text not null check (name ~ '^[a-z0-9-]{1,40}$'),
    address  text not null check (length(address) <= 500),
    secret   bytea not null,            -- sealed: with it the receiver checks our signature
    set_by   bigint,
    set_at   timestamptz not null,
    ended_at timestamptz
);
create unique index endpoint_in_force on notify.endpoint (name) where ended_at is null;
grant select, insert, update (ended_at) on notify.endpoint to hejie_app;

-- What is sent in order, one after the other: the messages of one destination about one matter. A work table.
-- waiting counts messages not yet sent; with some waiting and no due_at the lane is held by a dead letter.
create table notify.lane (
    destination text not null,
    lane        text not null,
    waiting     int not null check (waiting >= 0),
    due_at      timestamptz,
    primary key (destination, lane)
) with (fillfactor = 70);
create index lane_due on notify.lane (destination, due_at) where due_at is not null;
grant select, insert, update on notify.lane to hejie_app;

create table notify.message (
    id           bigint primary key,
    seq          bigint generated always as identity, -- its order within the lane: given while the lane is locked
    destination  text not null,
    lane         text not null check (length(lane) between 1 and 100),
    subject      text not null check (length(subject) <= 40),     -- code of the matter
    content      text not null check (length(content) <= 4000),
    recipient    bytea,                  -- sealed; null where the destination is a system
    state        text not null check (state in ('WAITING', 'DELIVERED', 'DEAD', 'SET_ASIDE', 'KEPT')),
    attempts     int not null default 0,
    failure      text check (failure ~ '^[A-Z][A-Z0-9_]{1,39}$'), -- code of the last failure
    written_at   timestamptz not null,
    tried_at     timestamptz,
    delivered_at timestamptz,
    receipt      text check (length(receipt) <= 100),             -- the receiver's own number for it
    visible_to   bigint[] not null check (cardinality(visible_to) > 0)
) with (fillfactor = 80);
comment on column notify.message.state is 'KEPT: no address; fetched as a file. SET_ASIDE: a person decided that it is not to be sent';
create index message_waiting on notify.message (destination, lane, seq) where state in ('WAITING', 'DEAD');
create index message_dead on notify.message (id) where state = 'DEAD';
create index message_by_day on notify.message (destination, written_at, seq);

alter table notify.message enable row level security;
create policy message_seen on notify.message for select to hejie_app using (visible_to && (select shared.scope_keys()));
-- whoever moves a matter causes a message, though he need not see it
create policy message_written on notify.message for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
create policy message_changed on notify.message for update to hejie_app using (visible_to && (select shared.scope_keys()));
grant select, insert on notify.message to hejie_app;
grant update (state, attempts, failure, tried_at, delivered_at, receipt) on notify.message to hejie_app;
