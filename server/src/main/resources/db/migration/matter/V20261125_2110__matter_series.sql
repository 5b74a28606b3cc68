-- Why: several claimants, one respondent or cause (串案): the matters stay separate, each with its own clocks and answer,
-- but are found, read and planned together. A series is seen by who sees one of its matters, and each shows only those
-- that lie in the reader's scope. Nothing is deleted: who left stays with when and why. Source: domain.md 5.6; docs/adr/0055.
create table matter.series (
    id          bigint primary key,
    name        text not null check (length(name) between 1 and 100),
    lead_matter bigint not null references matter.matter (id),
    made_at     timestamptz not null,
    made_by     bigint
);
create table matter.series_member (
    series_id bigint not null references matter.series (id),
    matter_id bigint not null references matter.matter (id),
    joined_at timestamptz not null,
    joined_by bigint,
    reason    text not null check (length(reason) between 1 and 500),
    left_at   timestamptz,
    left_by   bigint,
    left_why  text check (length(left_why) between 1 and 500),
    primary key (series_id, matter_id, joined_at),
    check ((left_at is null) = (left_why is null))
);
-- A matter belongs to one series at a time.
create unique index series_member_once on matter.series_member (matter_id) where left_at is null;
create index series_members on matter.series_member (series_id) where left_at is null;

grant select, insert, update (name, lead_matter) on matter.series to hejie_app;
grant select, insert, update (left_at, left_by, left_why) on matter.series_member to hejie_app;
alter table matter.series_member enable row level security;
create policy seen on matter.series_member for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
create policy written on matter.series_member for insert to hejie_app
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
create policy changed on matter.series_member for update to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
alter table matter.series enable row level security;
create policy seen on matter.series for select to hejie_app
    using (exists (select 1 from matter.series_member s where s.series_id = id));
create policy written on matter.series for insert to hejie_app
    with check (exists (select 1 from matter.matter m where m.id = lead_matter));
create policy changed on matter.series for update to hejie_app
    using (exists (select 1 from matter.series_member s where s.series_id = id));

-- How many matters a series has, also beyond the scope: a number alone.
create function matter.series_size(series bigint) returns int
    language sql stable security definer set search_path = pg_catalog
as $$
    select count(*)::int from matter.series_member where series_id = series and left_at is null
$$;
revoke execute on function matter.series_size(bigint) from public;
grant execute on function matter.series_size(bigint) to hejie_app;
