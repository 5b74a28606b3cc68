-- Why: 四调对接. One envelope for court, police, petition bureau and procuratorate, in both directions, known by the partner's
-- own number; what a partner is told stands in one row each, in an order without gaps. Source: domain.md 2.4-2.7, 5.4.
create schema referral;
grant usage on schema referral to hejie_app;

-- Which unit stands for a partner: its key is the key of the partner's system.
create table referral.partner (
    system  text primary key check (system in ('COURT', 'POLICE', 'PETITION', 'PROSECUTION')),
    unit_id bigint not null
);
grant select, insert, update on referral.partner to hejie_app;

-- A function, because a policy that reads the table for every row would be read for every row.
create function referral.by_partner() returns boolean
    language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select exists (select 1 from referral.partner p where p.unit_id = any (shared.scope_keys()))
$$;
revoke all on function referral.by_partner() from public;
grant execute on function referral.by_partner() to hejie_app;

create table referral.referral (
    id                bigint primary key,
    system            text not null references referral.partner (system),
    direction         text not null check (direction in ('IN', 'OUT')),
    outside_no        text check (length(outside_no) between 1 and 100),
    doc_no            text check (length(doc_no) between 1 and 100),
    kind              text not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    state             text not null check (state in ('SENT', 'RECEIVED', 'SIGNED', 'ANSWERED', 'DECLINED', 'WITHDRAWN', 'CHANGED')),
    matter_id         bigint references matter.matter (id),
    cause             text check (length(cause) between 1 and 200),
    text              text check (length(text) between 1 and 4000), -- what the centre wrote with it
    source_id         bigint,                -- of a wage clue: its number
    amount            numeric(14, 2) check (amount >= 0),
    people            int check (people > 0),
    both_consent      boolean not null,
    consent_proof     text check (length(consent_proof) between 1 and 200),
    sent_at           timestamptz not null,  -- as the partner tells; ours where we send
    received_at       timestamptz not null,
    received_by       bigint not null,
    sign_by           timestamptz not null,
    signed_at         timestamptz,
    signed_by         bigint,
    limit_text        text,
    extension_text    text,
    extension_proof   text check (length(extension_proof) between 1 and 200),
    due_at            timestamptz not null,  -- when it is to be signed for, from then on to be answered
    due_first_at      timestamptz,           -- as it was before an extension
    partner_due_on    date,                  -- what the partner asks for; kept beside
    transfer_due_on   date,                  -- 信访: 15, 60 and 60 + 30 days
    handle_due_on     date,
    handle_last_on    date,
    outcome           text check (outcome in ('AGREED', 'NOT_AGREED', 'DONE', 'NOT_SUPPORTED')),
    agreement_no      text check (length(agreement_no) between 1 and 100),
    performed         boolean,
    undisputed        text check (length(undisputed) between 1 and 4000),
    answer            text check (length(answer) between 1 and 4000),
    reason            text check (reason ~ '^[A-Z][A-Z_]{1,39}$'),
    reason_text       text check (length(reason_text) between 1 and 1000),
    answered_at       timestamptz,
    ended_at          timestamptz,
    content           bytea,                 -- as it came, sealed
    content_hash      bytea,
    version           int not null,
    visible_to        bigint[] not null check (cardinality(visible_to) > 0),
    check ((direction = 'IN') = (content_hash is not null)),
    check (state not in ('SIGNED', 'ANSWERED', 'CHANGED') or signed_at is not null),
    check ((state = 'ANSWERED') = (outcome is not null)),
    check ((state in ('SENT', 'RECEIVED', 'SIGNED')) = (ended_at is null))
) with (fillfactor = 80);
comment on table referral.referral is 'a referral names nobody: its parties stand in party through the matter, what came is sealed';
create unique index referral_by_number on referral.referral (system, outside_no) where direction = 'IN';
create unique index referral_by_source on referral.referral (source_id) where source_id is not null;
create index referral_of_matter on referral.referral (matter_id, id);
create index referral_open on referral.referral (system, state, due_at, id) where ended_at is null;
create index referral_ended on referral.referral (system, ended_at desc, id desc) where ended_at is not null;

-- The same number with other content: kept beside for a person to compare.
create table referral.conflict (
    id           bigint primary key,
    referral_id  bigint not null references referral.referral (id),
    content      bytea not null,
    content_hash bytea not null,
    received_at  timestamptz not null,
    received_by  bigint not null,
    unique (referral_id, content_hash)
);

-- What was done with it after it came.
create table referral.step (
    referral_id bigint not null references referral.referral (id),
    seq         int not null,
    act         text not null check (act in ('JOINED', 'SIGNED', 'EXTENDED', 'ANSWERED', 'DECLINED', 'WITHDRAWN', 'CHANGED', 'CONFLICT')),
    at          timestamptz not null,
    actor_kind  text not null check (actor_kind in ('STAFF', 'API_CLIENT', 'SYSTEM')),
    actor       bigint not null,
    reason      text,
    note        text check (length(note) between 1 and 4000),
    primary key (referral_id, seq)
);

-- 立案推送: a lawsuit as the risk analyst may know it. Parties are masked before they are written.
create table referral.lawsuit (
    id           bigint primary key,
    system       text not null references referral.partner (system),
    case_no      text not null check (length(case_no) between 1 and 100),
    cause        text not null check (length(cause) between 1 and 200),
    filed_on     date not null,
    area_code    text check (area_code ~ '^[0-9]{6}([0-9]{3})?([0-9]{3})?$'),
    stage        text check (length(stage) between 1 and 50),
    amount       numeric(14, 2) check (amount >= 0),
    people       int check (people > 0),
    parties      text[] not null,
    marks        bytea[] not null,           -- keyed hashes by which the same party is known again
    points       int not null check (points >= 0),
    reasons      text[] not null,
    rules        text not null,              -- version of the reasons
    content_hash bytea not null,
    received_at  timestamptz not null,
    received_by  bigint not null,
    visible_to   bigint[] not null check (cardinality(visible_to) > 0),
    unique (system, case_no)
);
create index lawsuit_newest on referral.lawsuit (received_at desc, id desc);
create index lawsuit_by_points on referral.lawsuit (points desc, id desc);
create index lawsuit_by_marks on referral.lawsuit using gin (marks);

-- Divorces, minors, state secrets and what a court closed to the public come as counts.
create table referral.lawsuit_count (
    system      text not null references referral.partner (system),
    filed_on    date not null,
    kind        text not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    count       int not null check (count >= 0),
    received_at timestamptz not null,
    visible_to  bigint[] not null check (cardinality(visible_to) > 0),
    primary key (system, filed_on, kind)
);

-- What a partner is told: append-only, numbered from 1 without a gap for each partner, in the order of the commits.
create table referral.news (
    partner     text not null references referral.partner (system),
    seq         bigint not null check (seq > 0),
    type        text not null check (type ~ '^[A-Z][A-Z_]{1,39}$'),
    referral_id bigint not null,
    at          timestamptz not null,
    data        text not null check (length(data) <= 4000),  -- JSON of texts; names nobody
    visible_to  bigint[] not null check (cardinality(visible_to) > 0),
    primary key (partner, seq)
);
create trigger news_append_only before update or delete on referral.news for each row execute function shared.forbid_change();
create trigger step_append_only before update or delete on referral.step for each row execute function shared.forbid_change();

create table referral.news_head (
    partner text primary key references referral.partner (system),
    last    bigint not null check (last >= 0)
);
grant select, insert, update (last) on referral.news_head to hejie_app;

-- A partner sees its own; staff see also what belongs to a matter they see.
alter table referral.referral enable row level security;
create policy seen on referral.referral to hejie_app
    using (visible_to && (select shared.scope_keys())
           or not (select referral.by_partner()) and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (visible_to && (select shared.scope_keys())
           or not (select referral.by_partner()) and exists (select 1 from matter.matter m where m.id = matter_id));
do $$
declare
    child text;
begin
    foreach child in array array['conflict', 'step'] loop
        execute format('alter table referral.%I enable row level security', child);
        execute format('create policy seen on referral.%I to hejie_app
            using (exists (select 1 from referral.referral r where r.id = referral_id))
            with check (exists (select 1 from referral.referral r where r.id = referral_id))', child);
    end loop;
    foreach child in array array['lawsuit', 'lawsuit_count'] loop
        execute format('alter table referral.%I enable row level security', child);
        execute format('create policy seen on referral.%I to hejie_app
            using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()))', child);
    end loop;
end
$$;
alter table referral.news enable row level security;
create policy news_seen on referral.news for select to hejie_app using (visible_to && (select shared.scope_keys()));
-- whoever moves a referral causes news, though he need not see it
create policy news_written on referral.news for insert to hejie_app with check (cardinality((select shared.scope_keys())) > 0);

grant select, insert on referral.referral, referral.conflict, referral.step, referral.lawsuit, referral.lawsuit_count, referral.news
    to hejie_app;
grant update (outside_no, state, signed_at, signed_by, limit_text, extension_text, extension_proof, due_at, due_first_at, outcome,
    agreement_no, performed, undisputed, answer, reason, reason_text, answered_at, ended_at, version) on referral.referral to hejie_app;
grant update (count, received_at) on referral.lawsuit_count to hejie_app;
