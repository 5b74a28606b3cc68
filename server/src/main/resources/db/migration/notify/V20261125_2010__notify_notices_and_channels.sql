-- Why: people are told on their page, and by mail or text message if they ask for it; a text holds the matter's code and a
-- verb. What a person has seen is kept as one mark without a time: nobody is to be ranked by when he reads
-- (docs/adr/0062).

-- Told to those who hold a post at a unit.
create table notify.notice (
    id         bigint primary key,
    event      text not null check (event ~ '^[A-Z][A-Z_]{2,39}$'),
    subject    text not null check (length(subject) between 1 and 60),   -- code of the matter, or line and day
    link       text not null check (link ~ '^/[A-Za-z0-9/_-]{1,100}$'),  -- page of the web client
    unit_id    bigint not null,
    roles      text[] not null,        -- empty: whoever holds a post there
    not_to     bigint,                 -- who did it himself
    told_at    timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0)
);
create index notice_by_unit on notify.notice (unit_id, id desc);
alter table notify.notice enable row level security;
create policy notice_seen on notify.notice for select to hejie_app using (visible_to && (select shared.scope_keys()));
create policy notice_written on notify.notice for insert to hejie_app with check (cardinality((select shared.scope_keys())) > 0);
grant select, insert on notify.notice to hejie_app;

-- What is told only once, such as that a deadline is near.
create table notify.told_once (
    event   text not null,
    what    text not null check (length(what) <= 100),
    told_at timestamptz not null,
    primary key (event, what)
);
grant select, insert on notify.told_once to hejie_app;

-- How a member of staff wants to be told; addresses sealed. seen_to: up to which notice he has seen, without when.
create table notify.reader (
    staff_id bigint primary key,
    language text not null default 'zh' check (language in ('zh', 'en')),
    phone    bytea,
    mail     bytea,
    seen_to  bigint not null default 0
);
grant select, insert, update on notify.reader to hejie_app;

-- Other than the page alone, which is what holds without a row.
create table notify.subscription (
    staff_id bigint not null,
    event    text not null check (event ~ '^[A-Z][A-Z_]{2,39}$'),
    page     boolean not null,
    sms      boolean not null,
    mail     boolean not null,
    primary key (staff_id, event)
);
create index subscription_sent on notify.subscription (event) where sms or mail;
grant select, insert, update on notify.subscription to hejie_app;

-- That something has changed, for the pages of all nodes: numbers only.
create table notify.live (
    topic      text primary key check (length(topic) <= 40),
    version    bigint not null,
    changed_at timestamptz not null
) with (fillfactor = 50);
grant select, insert, update on notify.live to hejie_app;

-- An SMS gateway wants its own words: what is sent to it, and how.
alter table notify.endpoint
    add column method     text not null default 'POST' check (method in ('POST', 'GET')),
    add column media_type text not null default 'application/json' check (length(media_type) <= 100),
    add column body       text check (length(body) <= 2000);

-- A person's own messages, by whom he is told: his receipts.
create index message_of_person on notify.message (lane, id desc) where recipient is not null;

-- Where a line has no system its answers are handed over on paper or as a file: by whom and when.
alter table notify.message add column handed_at timestamptz, add column handed_by bigint,
    add constraint message_handed_by_somebody check ((handed_at is null) = (handed_by is null));
create index message_kept on notify.message (destination, id) where state = 'KEPT' and handed_at is null;
grant update (handed_at, handed_by) on notify.message to hejie_app;
