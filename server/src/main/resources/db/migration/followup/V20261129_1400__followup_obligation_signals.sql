-- Why: an obligation that was not kept is a signal, and somebody has to go and ask, also while the matter is not closed yet.
-- Source: People's Mediation Law art. 31 (the committee supervises performance); domain.md §2.3.
create table followup.obligation_signal (
    id           bigint primary key,
    matter_id    bigint not null references matter.matter (id),
    agreement_id bigint not null,
    position     int not null check (position > 0),
    staff_id     bigint,
    raised_at    timestamptz not null,
    visit_due_on date not null,
    settled_at   timestamptz,
    visited_on   date,
    mode         text check (mode in ('PHONE', 'SMS', 'FACE_TO_FACE')),
    finding      text check (finding in ('WILL_PERFORM', 'CANNOT', 'REFUSES', 'DISPUTED')),
    opinion      text check (length(opinion) <= 8000),
    visited_by   bigint,
    recorded_at  timestamptz,
    version      int not null,
    unique (agreement_id, position),
    check ((visited_on is null) = (mode is null) and (mode is null) = (finding is null) and (finding is null) = (recorded_at is null))
);
create index obligation_signal_open on followup.obligation_signal (visit_due_on, id) where visited_on is null and settled_at is null;
create index obligation_signal_of_matter on followup.obligation_signal (matter_id);
comment on column followup.obligation_signal.staff_id is 'The mediator, who goes first';
comment on column followup.obligation_signal.settled_at is 'When it was performed after all';

alter table followup.obligation_signal enable row level security;
create policy seen on followup.obligation_signal to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
grant select, insert on followup.obligation_signal to hejie_app;
grant update (settled_at, visited_on, mode, finding, opinion, visited_by, recorded_at, version) on followup.obligation_signal to hejie_app;
