-- Why: what was imported or sent by a line was seen by nobody while it was registered. Its likely twins are found
-- afterwards, kept with their reasons, and listed until a person has decided; and a pair that a person has told apart is
-- not suggested again, with who said so and when. Source: domain.md 5.6; docs/adr/0054.
create table matter.twin_search (
    matter_id bigint primary key references matter.matter (id),
    noted_at  timestamptz not null
);
grant select, insert, delete on matter.twin_search to hejie_app;
alter table matter.twin_search enable row level security;
create policy seen on matter.twin_search for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
create policy written on matter.twin_search for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
create policy worked_off on matter.twin_search for delete to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));

create table matter.twin_pair (
    matter_id  bigint not null references matter.matter (id),   -- the one looked for
    other_id   bigint not null references matter.matter (id),   -- the one found
    score      int not null check (score between 0 and 100),
    reasons    text not null,                                   -- as JSON, no words of the matters
    found_at   timestamptz not null,
    settled_at timestamptz,                                     -- linked or told apart by a person
    primary key (matter_id, other_id),
    check (matter_id <> other_id)
);
create index twin_pair_open on matter.twin_pair (found_at desc, matter_id desc, other_id desc) where settled_at is null;
create index twin_pair_other on matter.twin_pair (other_id) where settled_at is null;
grant select, insert, update (settled_at) on matter.twin_pair to hejie_app;
alter table matter.twin_pair enable row level security;
create policy seen on matter.twin_pair for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id)
           and exists (select 1 from matter.matter m where m.id = other_id));
create policy written on matter.twin_pair for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
create policy changed on matter.twin_pair for update to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id)
           and exists (select 1 from matter.matter m where m.id = other_id));

create table matter.told_apart (
    id           bigint primary key,
    one          bigint not null references matter.matter (id),
    other        bigint not null references matter.matter (id),
    reason       text not null check (length(reason) between 1 and 500),
    said_at      timestamptz not null,
    said_by      bigint,
    revoked_at   timestamptz,
    revoked_by   bigint,
    check (one < other)
);
create unique index told_apart_once on matter.told_apart (one, other) where revoked_at is null;
create index told_apart_other on matter.told_apart (other) where revoked_at is null;
grant select, insert, update (revoked_at, revoked_by) on matter.told_apart to hejie_app;
alter table matter.told_apart enable row level security;
create policy seen on matter.told_apart for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = one)
           and exists (select 1 from matter.matter m where m.id = other));
create policy written on matter.told_apart for insert to hejie_app
    with check (exists (select 1 from matter.matter m where m.id = one)
                and exists (select 1 from matter.matter m where m.id = other));
create policy changed on matter.told_apart for update to hejie_app
    using (exists (select 1 from matter.matter m where m.id = one)
           and exists (select 1 from matter.matter m where m.id = other));
