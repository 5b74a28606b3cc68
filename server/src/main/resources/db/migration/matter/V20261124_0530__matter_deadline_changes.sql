-- Why: when the calendar changes, open deadlines move, and whoever reckoned with the old one must be able to see so.
create table matter.deadline_change (
    matter_id        bigint not null references matter.matter (id),
    key              text not null,
    run              int not null,
    calendar_version bigint not null,
    old_due_at       timestamptz not null,
    new_due_at       timestamptz not null,
    changed_at       timestamptz not null,
    primary key (matter_id, key, run, calendar_version)
);
alter table matter.deadline_change enable row level security;
create policy seen on matter.deadline_change for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
create policy written on matter.deadline_change for insert to hejie_app
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
grant select, insert on matter.deadline_change to hejie_app;
