-- Why: of a respondent often only the name is known, and two claimants against one company share nothing else. The mark is
-- taken from a keyed index of the name (a person's together with the area), never the name. A work table like the other marks.
create table matter.respondent_mark (
    mark          bigint not null,
    registered_at timestamptz not null,
    matter_id     bigint not null,
    primary key (mark, registered_at, matter_id)
);
create index respondent_mark_of_matter on matter.respondent_mark (matter_id);
grant select, insert on matter.respondent_mark to hejie_app;
alter table matter.respondent_mark enable row level security;
create policy seen on matter.respondent_mark for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id));
create policy written on matter.respondent_mark for insert to hejie_app
    with check (current_setting('hejie.scope', true) <> '');

-- Of each name the newest matters, in the scope.
create function matter.same_respondents(marks bigint[], since timestamptz, each int) returns setof bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select distinct m.id
      from unnest(marks) as asked (mark)
     cross join lateral (select t.matter_id
                           from matter.respondent_mark t
                          where t.mark = asked.mark and t.registered_at >= since
                          order by t.registered_at desc
                          limit each) newest
      join matter.matter m on m.id = newest.matter_id
     where m.visible_to && (select shared.scope_keys())
$$;
revoke execute on function matter.same_respondents(bigint[], timestamptz, int) from public;
grant execute on function matter.same_respondents(bigint[], timestamptz, int) to hejie_app;

create or replace function matter.forget_marks(before timestamptz) returns bigint
    language sql security definer set search_path = pg_catalog
as $$
    with gone as (delete from matter.twin_mark where registered_at < before returning 1),
         names as (delete from matter.respondent_mark where registered_at < before returning 1)
    select (select count(*) from gone) + (select count(*) from names)
$$;
