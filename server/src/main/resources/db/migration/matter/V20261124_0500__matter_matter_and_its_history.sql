-- Why: one trouble, one row. What changes with every move stands in matter; what only grows (events, steps,
-- clocks, papers) stands beside it. Every table is closed by row-level security (docs/adr/0030).
create extension if not exists btree_gin;
create schema matter;
grant usage on schema matter to hejie_app;

create table matter.procedure_version (
    procedure_id text not null,
    version      int  not null,
    content_hash text not null,
    source       text not null,
    stored_at    timestamptz not null default now(),
    primary key (procedure_id, version)
);
grant select, insert on matter.procedure_version to hejie_app;

-- Daily numbers of the one-matter code, taken in blocks (gaps are harmless, doubles are not possible).
create table matter.code_counter (
    day   date     not null,
    line  smallint not null,
    taken int      not null,
    primary key (day, line)
);
grant select, insert, update on matter.code_counter to hejie_app;

create table matter.matter (
    id                  bigint primary key,
    code                text not null unique,
    county              text not null,
    procedure_id        text not null,
    procedure_version   int  not null,
    status              text not null,
    line                smallint not null check (line between 1 and 8),
    outside_no          text,
    category            text not null,
    secondary_category  text,
    title               text not null check (length(title) between 1 and 100),
    facts               text not null check (length(facts) between 1 and 8000),
    place_text          text,
    area_code           text,
    grid_code           text,
    lon                 double precision,
    lat                 double precision,
    occurred_on         date,
    people              int check (people > 0),
    amount              numeric(14, 2) check (amount >= 0),
    scale               text,
    home_unit           bigint not null,
    home_center         bigint,
    lead_unit           bigint,
    first_owner         bigint not null,
    handler             bigint,
    applicant           bigint,
    red_risk            boolean not null,
    risk_check_required boolean not null,
    never_mediate       boolean not null,
    limit_key           text,
    back_entry          boolean not null,
    entered_by          bigint not null,
    entered_for         bigint,
    registered_at       timestamptz not null,
    entered_at          timestamptz not null,
    accepted_at         timestamptz,
    dispatched_at       timestamptz,
    signed_at           timestamptz,
    result_at           timestamptz,
    closed_at           timestamptz,
    resolved_at         timestamptz,
    performed_at        timestamptz,
    evaluated_at        timestamptz,
    archived_at         timestamptz,
    reopened_at         timestamptz,
    result_kind         text,
    end_reason          text,
    return_count        int not null,
    extension_count     int not null,
    visit_count         int not null,
    reopen_seq          int not null,
    evaluation          text check (evaluation in ('SATISFIED', 'FAIRLY', 'DISSATISFIED')),
    evaluation_reasons  text[] not null,
    evaluation_count    int not null,
    pending_extension   text,
    pending_clock       text,
    due_at              timestamptz,
    amber_at            timestamptz,
    due_clock           text,
    was_overdue         boolean not null,
    open                boolean not null,
    step_seq            int not null,
    event_seq           int not null,
    head_hash           bytea not null check (length(head_hash) = 32),
    version             int not null,
    visible_to          bigint[] not null
) with (fillfactor = 75);

create index matter_by_home on matter.matter (home_unit, registered_at desc, id desc);
create index matter_by_center on matter.matter (home_center, registered_at desc, id desc);
create index matter_by_registration on matter.matter (registered_at desc, id desc);
-- Work lists: the county reads by status; everyone else reads what lies in the hands of his units, which is the
-- unit that leads or, before there is one, the home. Each branch of a list is one range of one of these.
-- Written as cases, because PostgreSQL holds coalesce for leaky and would use no index for it beside row-level security.
create index matter_open_by_status on matter.matter (status, (case when due_at is null then 'infinity'::timestamptz else due_at end), id) where open;
create index matter_open_by_hand on matter.matter ((case when lead_unit is null then home_unit else lead_unit end), status, (case when due_at is null then 'infinity'::timestamptz else due_at end), id)
    where open;
grant select, insert, update on matter.matter to hejie_app;

alter table matter.matter enable row level security;
create policy scoped on matter.matter to hejie_app
    using (visible_to && (select shared.scope_keys()))
    with check (visible_to && (select shared.scope_keys()));

-- The rows below are written only by the statement that writes their matter (matter.internal.MatterStore), a dozen
-- with every act: a foreign key would look the matter up again for each. What is missing or left over is found by
-- ./hejie audit verify, which compares every chain with the head its matter keeps (docs/adr/0030).
-- The words of a matter for full-text search (docs/adr/0050): by month so that the newest are looked at first, by
-- the town centre of its home (0: none) so that a centre's search touches its own rows alone.
create table matter.search (
    matter_id     bigint primary key,
    center        bigint not null,
    month         int not null,
    registered_at timestamptz not null,
    words         tsvector not null
);
create index search_by_words on matter.search using gin (center, month, words) with (fastupdate = on, gin_pending_list_limit = 64);
create index search_by_time on matter.search (registered_at desc, matter_id desc);

create table matter.event (
    matter_id    bigint not null,
    seq          int not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    action       text not null,
    from_status  text,
    to_status    text not null,
    actor_kind   text not null check (actor_kind in ('STAFF', 'API_CLIENT', 'RESIDENT', 'SYSTEM')),
    actor        bigint,
    actor_unit   bigint,
    on_behalf_of bigint,
    reason       text,
    note         text,
    data         text,
    prev_hash    bytea not null,
    hash         bytea not null,
    primary key (matter_id, seq)
);

create table matter.step (
    matter_id     bigint not null,
    seq           int not null,
    lead_unit     bigint not null,
    co_units      bigint[] not null,
    dispatched_at timestamptz not null,
    dispatched_by bigint,
    signed_at     timestamptz,
    signed_by     bigint,
    auto_signed   boolean not null,
    ended_at      timestamptz,
    outcome       text check (outcome in ('ANSWERED', 'RETURNED', 'TRANSFERRED', 'ESCALATED', 'ENDED')),
    primary key (matter_id, seq)
) with (fillfactor = 80);
create index step_helped_now on matter.step using gin (co_units) where ended_at is null and co_units <> '{}';

create table matter.clock (
    matter_id        bigint not null,
    key              text not null,
    run              int not null,
    kind             text not null check (kind in ('INTERNAL', 'STATUTORY')),
    basis            text not null,
    schedule         text not null,
    limit_text       text not null,
    started_at       timestamptz not null,
    due_at           timestamptz not null,
    amber_at         timestamptz not null,
    paused_at        timestamptz,
    pause_reason     text,
    review_on        date,
    stopped_at       timestamptz,
    extensions       text not null,
    pauses           text not null,
    trace            json not null,
    calendar_version bigint not null,
    provisional      boolean not null,
    primary key (matter_id, key, run)
) with (fillfactor = 80);
create index clock_running on matter.clock (due_at) where stopped_at is null;

-- Which units have had a part in which matter: the lists of departments, which have no territory.
-- A unit above or at the matter's home has no row here: it finds the matter by its home.
create table matter.participation (
    unit_id       bigint not null,
    registered_at timestamptz not null,
    matter_id     bigint not null,
    primary key (unit_id, registered_at, matter_id)
);

create table matter.party_role (
    matter_id bigint not null,
    party_id  bigint not null,
    role      text not null check (role in ('APPLICANT', 'RESPONDENT', 'REPORTER', 'AGENT')),
    primary key (matter_id, party_id)
);
create index party_role_by_party on matter.party_role (party_id);

create table matter.paper (
    matter_id   bigint not null references matter.matter (id),
    document_id bigint not null,
    paper       text not null,
    added_at    timestamptz not null,
    added_by    bigint,
    event_seq   int not null,
    primary key (matter_id, document_id)
);

-- The resident's door: only hashes of what the slip carries. Read through matter.find_door alone.
create table matter.resident_door (
    matter_id  bigint primary key,
    query_hash bytea not null,
    token_hash bytea not null unique,
    generation int not null,
    revoked_at timestamptz
);

-- A registration sent twice under the same Idempotency-Key is one matter.
create table matter.request_key (
    actor     bigint not null,
    key       text not null check (length(key) between 8 and 100),
    content   bytea not null,
    matter_id bigint not null references matter.matter (id),
    at        timestamptz not null,
    primary key (actor, key)
);

do $$
declare
    child text;
begin
    foreach child in array array['search', 'event', 'step', 'clock', 'participation', 'party_role', 'paper', 'resident_door', 'request_key'] loop
        execute format('alter table matter.%I enable row level security', child);
        execute format('create policy seen on matter.%I for select to hejie_app
            using (exists (select 1 from matter.matter m where m.id = matter_id))', child);
        execute format('create policy written on matter.%I for insert to hejie_app
            with check (current_setting(''hejie.scope'', true) <> '''')', child);
        execute format('grant select, insert on matter.%I to hejie_app', child);
    end loop;
    foreach child in array array['step', 'clock', 'resident_door'] loop
        execute format('create policy changed on matter.%I for update to hejie_app
            using (exists (select 1 from matter.matter m where m.id = matter_id))', child);
        execute format('grant update on matter.%I to hejie_app', child);
    end loop;
end
$$;

-- Events are never changed, not even by the owner in passing.
create function matter.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'history is append-only';
end
$$;
create trigger append_only before update or delete on matter.event
    for each row execute function matter.refuse_change();
create trigger append_only_table before truncate on matter.event
    for each statement execute function matter.refuse_change();

-- The one way from a code or token to a matter before there is a scope: answers ids and hashes, nothing else.
create function matter.find_door(code_given text, token_given bytea)
    returns table (matter_id bigint, query_hash bytea)
    language sql stable security definer set search_path = pg_catalog
as $$
    select d.matter_id, d.query_hash
      from matter.resident_door d
      join matter.matter m on m.id = d.matter_id
     where d.revoked_at is null
       and (m.code = code_given or d.token_hash = token_given)
$$;
revoke execute on function matter.find_door(text, bytea) from public;
grant execute on function matter.find_door(text, bytea) to hejie_app;
