-- Why: a matter is not over until somebody has asked how it went. Plans say when, visits say what was found;
-- who may see either follows from the matter.
create schema if not exists followup;
grant usage on schema followup to hejie_app;

create table followup.visit (
    id           bigint primary key,
    matter_id    bigint not null references matter.matter (id),
    done_on      date not null,
    mode         text not null check (mode in ('PHONE', 'SMS', 'FACE_TO_FACE')),
    fulfilled    boolean,
    satisfaction text not null check (satisfaction in ('SATISFIED', 'FAIRLY', 'DISSATISFIED')),
    relapse      boolean not null,
    opinion      text check (length(opinion) <= 8000),
    visited_by   bigint,
    recorded_at  timestamptz not null
);
create index visit_by_matter on followup.visit (matter_id);
comment on column followup.visit.fulfilled is 'Whether what was agreed has been done; null where nothing was';

create table followup.plan (
    matter_id  bigint not null references matter.matter (id),
    closed_at  timestamptz not null,
    key        text not null,
    due_on     date not null,
    made_at    timestamptz not null,
    visit_id   bigint references followup.visit (id),
    dropped_at timestamptz,
    primary key (matter_id, closed_at, key)
);
create index plan_open on followup.plan (due_on, matter_id) where visit_id is null and dropped_at is null;
comment on column followup.plan.dropped_at is 'When the matter was reopened or archived before the visit';

do $$
declare
    name text;
begin
    foreach name in array array['visit', 'plan'] loop
        execute format('alter table followup.%I enable row level security', name);
        execute format('create policy seen on followup.%I for select to hejie_app
            using (exists (select 1 from matter.matter m where m.id = matter_id))', name);
        execute format('create policy written on followup.%I for insert to hejie_app
            with check (exists (select 1 from matter.matter m where m.id = matter_id))', name);
        execute format('grant select, insert on followup.%I to hejie_app', name);
    end loop;
end
$$;
create policy changed on followup.plan for update to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
grant update on followup.plan to hejie_app;
