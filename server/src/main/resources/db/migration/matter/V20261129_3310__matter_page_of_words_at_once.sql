-- Why: the look at the newest few hundred matters, which fills a page for a common word, was a function within a function that
-- gathered its finds, and its rows were read by a statement of their own: 0.24 of 0.61 ms were the two functions. Now whoever reads
-- the whole county asks for the rows of the page by this look first, and searches further back only if they are too few.
create function matter.search_first(query tsquery, before_at timestamptz, before_id bigint, wanted int) returns setof bigint
    language plpgsql stable security definer set search_path = pg_catalog set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
declare
    keys bigint[] := shared.scope_keys();
begin
    if cardinality(keys) = 0 then
        return;
    end if;
    return query
        select latest.matter_id
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
revoke execute on function matter.search_first(tsquery, timestamptz, bigint, int) from public;
grant execute on function matter.search_first(tsquery, timestamptz, bigint, int) to hejie_app;

-- Without the look at the newest.
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
begin
    if cardinality(keys) = 0 or newest is null then
        return;
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

drop function matter.search_latest(tsquery, bigint[], timestamptz, bigint, int);
