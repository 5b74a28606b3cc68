-- Why: every matter a trial of rules counts is listed for whoever may see that matter, and for nobody else, whoever tried. Only what
-- would have gone otherwise is kept; rows go with their trial, past row-level security, so that none is left over. Source: docs/adr/0094.
create table matter.tried (
    trial_id  bigint not null references rules.trial (id) on delete cascade,
    group_no  int not null,
    place     int not null,
    matter_id bigint not null references matter.matter (id),
    other_id  bigint references matter.matter (id),    -- the other one of a pair
    rule      text not null check (length(rule) <= 200),
    primary key (trial_id, group_no, place)
);
grant select, insert on matter.tried to hejie_app;

alter table matter.tried enable row level security;
create policy seen on matter.tried for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id)
           and (other_id is null or exists (select 1 from matter.matter m where m.id = other_id)));
create policy written on matter.tried for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
