-- Why: the operators of full-text search and of arrays may leak what they see, so PostgreSQL does not use them as
-- index conditions beside row-level security. These functions use the indexes, check the scope's keys themselves,
-- and answer ids and times alone; whoever wants more reads matter.matter, where row-level security holds again.

-- The newest matters that hold the words, registered before the given place. A word that is common fills a page from
-- the newest few hundred matters, or from the month of the place or the one before it; what is not found enough
-- there is rare, and looked for everywhere.
-- center_given: only those at home with that town centre; null: the whole county. The reader is one whose scope is all of
-- that. Month plus 0: a range of months would be collected whole from the index before the words are looked at.
create function matter.search_newest(query tsquery, center_given bigint, before_at timestamptz, before_id bigint, wanted int)
    returns table (matter_id bigint, registered_at timestamptz)
    language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
declare
    keys   bigint[] := shared.scope_keys();
    newest timestamptz := (select m.registered_at from matter.matter m order by m.registered_at desc limit 1);
    this   int;
    got    int := 0;
    added  int;
    ids    bigint[];
    ats    timestamptz[];
begin
    if cardinality(keys) = 0 or newest is null then
        return;
    end if;
    if center_given is null and wanted <= 100 then
        select array_agg(hits.matter_id), array_agg(hits.registered_at) into ids, ats
          from (select latest.matter_id, latest.registered_at
                  from (select s.matter_id, s.registered_at, s.words
                          from matter.search s
                         where (s.registered_at, s.matter_id) < (before_at, before_id)
                         order by s.registered_at desc, s.matter_id desc
                         limit 600) latest
                  join matter.matter m on m.id = latest.matter_id
                 where latest.words @@ query and m.visible_to && keys
                 order by latest.registered_at desc, latest.matter_id desc
                 limit wanted) hits;
        if cardinality(ids) = wanted then
            return query select * from unnest(ids, ats);
            return;
        end if;
    end if;
    this := matter.month_of(least(newest, before_at));
    for step in 0 .. 1 loop
        if center_given is null then
            return query
                select found.matter_id, found.registered_at
                  from (select s.matter_id, s.registered_at
                          from matter.search s
                         where s.month = this - step and s.words @@ query
                           and (s.registered_at, s.matter_id) < (before_at, before_id)
                         order by s.registered_at desc, s.matter_id desc
                         limit wanted - got) found
                  join matter.matter m on m.id = found.matter_id
                 where m.visible_to && keys;
        else
            return query
                select found.matter_id, found.registered_at
                  from (select s.matter_id, s.registered_at
                          from matter.search s
                         where s.center = center_given and s.month = this - step and s.words @@ query
                           and (s.registered_at, s.matter_id) < (before_at, before_id)
                         order by s.registered_at desc, s.matter_id desc
                         limit wanted - got) found
                  join matter.matter m on m.id = found.matter_id
                 where m.visible_to && keys;
        end if;
        get diagnostics added = row_count;
        got := got + added;
        if got >= wanted then
            return;
        end if;
    end loop;
    if center_given is null then
        return query
            select found.matter_id, found.registered_at
              from (select s.matter_id, s.registered_at
                      from matter.search s
                     where s.words @@ query and s.month + 0 < this - 1
                       and (s.registered_at, s.matter_id) < (before_at, before_id)
                     order by s.registered_at desc, s.matter_id desc
                     limit wanted - got) found
              join matter.matter m on m.id = found.matter_id
             where m.visible_to && keys;
    else
        return query
            select found.matter_id, found.registered_at
              from (select s.matter_id, s.registered_at
                      from matter.search s
                     where s.center = center_given and s.words @@ query and s.month + 0 < this - 1
                       and (s.registered_at, s.matter_id) < (before_at, before_id)
                     order by s.registered_at desc, s.matter_id desc
                     limit wanted - got) found
              join matter.matter m on m.id = found.matter_id
             where m.visible_to && keys;
    end if;
end
$$;

-- The month in which a matter's words are searched: year times twelve plus month, Asia/Shanghai.
create function matter.month_of(at timestamptz) returns int
    language sql stable set search_path = pg_catalog
as $$
    select (extract(year from at at time zone 'Asia/Shanghai') * 12 + extract(month from at at time zone 'Asia/Shanghai'))::int
$$;

-- The same for few: matters at home in the units, or with a unit among those that take part from outside.
create function matter.search_within(query tsquery, homes bigint[], participants bigint[], before_at timestamptz,
        before_id bigint, wanted int)
    returns table (matter_id bigint, registered_at timestamptz)
    language sql stable security definer set search_path = pg_catalog set enable_seqscan = off
as $$
    select s.matter_id, s.registered_at
      from (select m.id from matter.matter m where m.home_unit = any (homes)
            union
            select p.matter_id from matter.participation p where p.unit_id = any (participants)) own
      join matter.search s on s.matter_id = own.id
      join matter.matter m on m.id = own.id
     where s.words @@ query
       and (s.registered_at, s.matter_id) < (before_at, before_id)
       and m.visible_to && (select shared.scope_keys())
     order by s.registered_at desc, s.matter_id desc
     limit wanted
$$;

-- Matters that one of the units helps with now.
create function matter.helped_by(units bigint[]) returns setof bigint
    language sql stable security definer set search_path = pg_catalog
as $$
    select s.matter_id
      from matter.step s
      join matter.matter m on m.id = s.matter_id
     where s.ended_at is null and s.co_units <> '{}' and s.co_units && units
       and m.visible_to && (select shared.scope_keys())
$$;

revoke execute on function matter.search_newest(tsquery, bigint, timestamptz, bigint, int),
    matter.search_within(tsquery, bigint[], bigint[], timestamptz, bigint, int), matter.helped_by(bigint[]) from public;
grant execute on function matter.search_newest(tsquery, bigint, timestamptz, bigint, int),
    matter.search_within(tsquery, bigint[], bigint[], timestamptz, bigint, int), matter.helped_by(bigint[]) to hejie_app;
