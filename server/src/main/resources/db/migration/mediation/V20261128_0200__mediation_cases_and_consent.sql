-- Why: a mediation is a case beside its matter. It lives by the consent of every party and ends when one refuses.
-- Source: People's Mediation Law arts. 17-19, 23, 26; domain.md §2.3.
create table mediation.mediation (
    id           bigint primary key,
    matter_id    bigint not null references matter.matter (id),
    attempt      int not null,
    committee_id bigint not null references mediation.committee (id),
    mediator_id  bigint references mediation.mediator (id),
    staff_id     bigint,
    origin       text not null check (origin in ('APPLIED', 'OFFERED', 'COURT', 'POLICE', 'PETITION', 'PROSECUTION')),
    state        text not null check (state in ('OPEN', 'AGREED', 'FAILED', 'STOPPED', 'WITHDRAWN')),
    opened_at    timestamptz not null,
    opened_by    bigint not null,
    due_on       date not null,
    ended_at     timestamptz,
    ended_why    text check (length(ended_why) between 1 and 1000),
    version      int not null,
    unique (matter_id, attempt),
    check ((state = 'OPEN') = (ended_at is null)),
    check ((mediator_id is null) = (staff_id is null))
);
create unique index one_open_mediation on mediation.mediation (matter_id) where state = 'OPEN';
create index mediation_of_staff on mediation.mediation (staff_id, due_on, id);
create index mediation_by_due on mediation.mediation (due_on, id);

create table mediation.assignment (
    id           bigint primary key,
    mediation_id bigint not null references mediation.mediation (id),
    mediator_id  bigint not null references mediation.mediator (id),
    reason       text check (length(reason) between 1 and 500),
    at           timestamptz not null,
    by_staff     bigint not null
);
create index assignment_of on mediation.assignment (mediation_id, id);

create table mediation.consent (
    id           bigint primary key,
    mediation_id bigint not null references mediation.mediation (id),
    party_id     bigint not null,
    answer       text not null check (answer in ('AGREED', 'REFUSED', 'OTHER_MEDIATOR', 'STOPPED')),
    mode         text not null check (mode in ('WRITTEN', 'ORAL', 'PHONE', 'ONLINE')),
    document_id  bigint,
    at           timestamptz not null,
    recorded_by  bigint not null
);
create index consent_of on mediation.consent (mediation_id, party_id, id desc);

alter table mediation.mediation enable row level security;
create policy seen on mediation.mediation to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
do $$
declare
    child text;
begin
    foreach child in array array['assignment', 'consent'] loop
        execute format('alter table mediation.%I enable row level security', child);
        execute format('create policy seen on mediation.%I to hejie_app
            using (exists (select 1 from mediation.mediation c where c.id = mediation_id))
            with check (exists (select 1 from mediation.mediation c where c.id = mediation_id))', child);
    end loop;
end
$$;
grant select, insert on mediation.mediation, mediation.assignment, mediation.consent to hejie_app;
grant update (mediator_id, staff_id, committee_id, state, ended_at, ended_why, version) on mediation.mediation to hejie_app;

-- How many open mediations each mediator has, whoever may see the matters: a number, no row.
create function mediation.loads() returns table (mediator_id bigint, cases bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.mediator_id, count(*) from mediation.mediation c where c.state = 'OPEN' and c.mediator_id is not null group by 1
$$;
revoke all on function mediation.loads() from public;
grant execute on function mediation.loads() to hejie_app;
