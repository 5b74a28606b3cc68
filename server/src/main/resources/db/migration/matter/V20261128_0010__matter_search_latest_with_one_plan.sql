-- Why: the look at the newest few hundred matters was planned anew with every search, which cost as much as the look: what
-- the values are changes nothing of how it is best done. Apart from the rest it keeps one plan; the looks at months, where
-- a common word and a rare one are found in different ways, are planned as before. Nobody but search_newest calls it, which
-- has checked the keys.
create function matter.search_latest(query tsquery, keys bigint[], before_at timestamptz, before_id bigint, wanted int)
    returns table (matter_id bigint, registered_at timestamptz)
    language plpgsql stable set search_path = pg_catalog set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
begin
    return query
        select latest.matter_id, latest.registered_at
          from (select s.matter_id, s.registered_at, s.words
                  from matter.search s
                 where (s.registered_at, s.matter_id) < (before_at, before_id)
                 order by s.registered_at desc, s.matter_id desc
                 limit 600) latest
          join matter.matter m on m.id = latest.matter_id
         where latest.words @@ query and m.visible_to && keys
         order by latest.registered_at desc, latest.matter_id desc
         limit wanted;
end
$$;
revoke execute on function matter.search_latest(tsquery, bigint[], timestamptz, bigint, int) from public;

create or replace function matter.search_newest(query tsquery, center_given bigint, before_at timestamptz, before_id bigint, wanted int)
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
          from matter.search_latest(query, keys, before_at, before_id, wanted) hits;
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
