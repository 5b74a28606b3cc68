-- Why: supervision (督办) is a thing of its own beside the matter: who asks what of which unit, by when, and how that
-- ended. It moves no deadline. Source: domain.md 5.3. A card is seen by its unit and those above it, as far as they
-- see the matter; a unit that merely helps with the matter does not read what another was told.
create table matter.card (
    id              bigint primary key,
    matter_id       bigint not null references matter.matter (id),
    unit_id         bigint not null,
    level           text not null check (level in ('NOTICE', 'YELLOW', 'RED', 'CIRCULAR')),
    origin          text not null check (origin in ('RULE', 'LEADER', 'INSPECTION')),
    rule            text check ((origin = 'RULE') = (rule is not null)),
    reason          text not null check (length(reason) between 1 and 1000),
    required        text not null check (length(required) between 1 and 1000),
    reply_by        timestamptz not null,
    issued_at       timestamptz not null,
    issued_by       bigint,                     -- null: the system, by a rule
    follows         bigint references matter.card (id),
    state           text not null check (state in ('ISSUED', 'ACKNOWLEDGED', 'REPLIED', 'SENT_BACK', 'ACCEPTED', 'RECALLED')),
    acknowledged_at timestamptz,
    responsible     bigint,                     -- named by the unit
    replied_at      timestamptz,                -- the last reply
    replied_by      bigint,
    settled_at      timestamptz,
    version         int not null,
    visible_to      bigint[] not null,
    check ((state in ('ACCEPTED', 'RECALLED')) = (settled_at is not null)),
    check ((acknowledged_at is null) = (responsible is null))
);
create index card_by_matter on matter.card (matter_id, id desc);
create index card_newest on matter.card (issued_at desc, id desc);
create index card_by_unit on matter.card (unit_id, issued_at desc, id desc);
create index card_awaiting on matter.card (reply_by) where state in ('ISSUED', 'ACKNOWLEDGED', 'SENT_BACK');
create unique index card_follows on matter.card (follows) where follows is not null;

-- What was written on a card, in order; only grows.
create table matter.card_entry (
    card_id   bigint not null references matter.card (id),
    seq       int not null,
    kind      text not null check (kind in ('ISSUED', 'ACKNOWLEDGED', 'REPLIED', 'SENT_BACK', 'ACCEPTED', 'RECALLED')),
    at        timestamptz not null,
    staff     bigint,
    unit_id   bigint,
    text      text check (length(text) between 1 and 4000),
    primary key (card_id, seq)
);

-- What a rule suggests and a named person confirms or dismisses: a red card or a circular is never issued by itself.
create table matter.card_suggestion (
    id           bigint primary key,
    matter_id    bigint not null references matter.matter (id),
    unit_id      bigint not null,
    level        text not null check (level in ('NOTICE', 'YELLOW', 'RED', 'CIRCULAR')),
    rule         text not null,
    follows      bigint references matter.card (id),
    suggested_at timestamptz not null,
    decided_at   timestamptz,
    decided_by   bigint,
    card_id      bigint references matter.card (id),
    reason       text check (length(reason) between 1 and 1000),
    visible_to   bigint[] not null,
    check ((decided_at is null) = (decided_by is null))
);
create index suggestion_open on matter.card_suggestion (suggested_at, id) where decided_at is null;

-- A rule meets the same occurrence once, whatever became of its card or suggestion.
create table matter.card_occurrence (
    matter_id  bigint not null references matter.matter (id),
    rule       text not null,
    occurrence text not null,
    met_at     timestamptz not null,
    primary key (matter_id, rule, occurrence)
);

-- What happened and is still to be held against the rules; a work table, emptied as it is read.
create table matter.card_trigger (
    id         bigint primary key,
    matter_id  bigint not null references matter.matter (id),
    happened   text not null,
    unit_id    bigint,
    occurrence text
);

alter table matter.card enable row level security;
create policy seen on matter.card to hejie_app
    using (visible_to && (select shared.scope_keys()) and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
alter table matter.card_suggestion enable row level security;
create policy seen on matter.card_suggestion to hejie_app
    using (visible_to && (select shared.scope_keys()) and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
alter table matter.card_entry enable row level security;
create policy seen on matter.card_entry to hejie_app
    using (exists (select 1 from matter.card c where c.id = card_id))
    with check (exists (select 1 from matter.card c where c.id = card_id));
alter table matter.card_occurrence enable row level security;
create policy seen on matter.card_occurrence to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
alter table matter.card_trigger enable row level security;
create policy seen on matter.card_trigger to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));

grant select, insert on matter.card, matter.card_entry, matter.card_suggestion, matter.card_occurrence to hejie_app;
grant update (state, acknowledged_at, responsible, replied_at, replied_by, settled_at, reply_by, version) on matter.card to hejie_app;
grant update (decided_at, decided_by, card_id, reason) on matter.card_suggestion to hejie_app;
grant select, insert, delete on matter.card_trigger to hejie_app;

-- 应受理未受理: a random sample of what was declined or guided in a period, drawn again exactly by its seed.
create table matter.refusal_sample (
    id         bigint primary key,
    from_on    date not null,
    to_on      date not null check (to_on >= from_on),
    seed       bigint not null,
    method     text not null,
    population int not null check (population >= 0),
    size       int not null check (size between 0 and population),
    share      int not null,
    digest     bytea not null check (length(digest) = 32),
    drawn_at   timestamptz not null,
    drawn_by   bigint not null,
    unit_id    bigint not null,
    visible_to bigint[] not null,
    unique (unit_id, from_on, to_on)
);
create table matter.refusal_sample_item (
    sample_id  bigint not null references matter.refusal_sample (id),
    position   int not null,
    matter_id  bigint not null references matter.matter (id),
    refused_at timestamptz not null,
    refused_by bigint,
    action     text not null check (action in ('DECLINE', 'GUIDE')),
    finding    text check (finding in ('RIGHT', 'SHOULD_HAVE_ACCEPTED')),
    reason     text check (length(reason) between 1 and 1000),
    checked_at timestamptz,
    checked_by bigint,
    primary key (sample_id, position),
    check ((finding is null) = (reason is null) and (finding is null) = (checked_by is null))
);
alter table matter.refusal_sample enable row level security;
create policy seen on matter.refusal_sample to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table matter.refusal_sample_item enable row level security;
create policy seen on matter.refusal_sample_item to hejie_app
    using (exists (select 1 from matter.refusal_sample s where s.id = sample_id)
           and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.refusal_sample s where s.id = sample_id));
grant select, insert on matter.refusal_sample, matter.refusal_sample_item to hejie_app;
grant update (finding, reason, checked_at, checked_by) on matter.refusal_sample_item to hejie_app;
create index event_refusals on matter.event (at) where action in ('DECLINE', 'GUIDE');
