-- Why: before a trouble is registered twice, its twins of the last 90 days are shown. A matter is kept under a few marks
-- (where it lies, its category and area, how it is told: org.hejie.matter.twin.TwinMarks); a mark is one short range of
-- this index, however many matters there are. A work table: what is older goes, and matters registered before this
-- migration are found by their people alone.
create table matter.twin_mark (
    mark          bigint not null,
    registered_at timestamptz not null,
    matter_id     bigint not null,
    primary key (mark, registered_at, matter_id)
);
grant select, insert on matter.twin_mark to hejie_app;
alter table matter.twin_mark enable row level security;
create policy seen on matter.twin_mark for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
create policy written on matter.twin_mark for insert to hejie_app
    with check (current_setting('hejie.scope', true) <> '');

-- Of each mark the newest matters, in the scope: answers ids alone, like the functions of full-text search.
create function matter.marked(marks bigint[], since timestamptz, each int) returns setof bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select distinct m.id
      from unnest(marks) as asked (mark)
     cross join lateral (select t.matter_id
                           from matter.twin_mark t
                          where t.mark = asked.mark and t.registered_at >= since
                          order by t.registered_at desc
                          limit each) newest
      join matter.matter m on m.id = newest.matter_id
     where m.visible_to && (select shared.scope_keys())
$$;

create function matter.forget_marks(before timestamptz) returns bigint
    language sql security definer set search_path = pg_catalog
as $$
    with gone as (delete from matter.twin_mark where registered_at < before returning 1)
    select count(*) from gone
$$;
revoke execute on function matter.marked(bigint[], timestamptz, int), matter.forget_marks(timestamptz) from public;
grant execute on function matter.marked(bigint[], timestamptz, int), matter.forget_marks(timestamptz) to hejie_app;

-- What each reason counts towards 100. Ours, without an outside source; to be verified on real twins.
create table matter.twin_weight (
    reason   text primary key check (reason in ('SAME_DOCUMENT', 'SAME_PHONE', 'SAME_RESPONDENT', 'SAME_CATEGORY',
                                                'NEAR_PLACE', 'SIMILAR_TEXT')),
    points   int not null check (points between 0 and 100),
    basis    text not null,
    verified boolean not null
);
insert into matter.twin_weight (reason, points, basis, verified) values
    ('SAME_DOCUMENT', 40, '自定权重，待核实', false),
    ('SAME_PHONE', 35, '自定权重，待核实', false),
    ('SAME_RESPONDENT', 25, '自定权重，待核实', false),
    ('SAME_CATEGORY', 10, '自定权重，待核实', false),
    ('NEAR_PLACE', 20, '自定权重，待核实', false),
    ('SIMILAR_TEXT', 50, '自定权重，待核实', false);
grant select on matter.twin_weight to hejie_app;
