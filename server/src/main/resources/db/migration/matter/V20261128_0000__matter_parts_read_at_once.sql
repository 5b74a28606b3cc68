-- Why: row-level security asks for each part of a matter (clocks, steps, papers, its last event) whether the matter lies in
-- the scope: six times for every act. This function asks once, of the matter itself, and answers nothing for one outside.
-- written: by which transaction the row was written that the parts belong to. files, duplicates: whether there are any, so
-- that an act on a matter without asks nobody for them.
create function matter.parts_of(wanted bigint)
    returns table (written xid, last_event_at timestamptz, papers text[], clocks json, steps json, parties bigint[],
                   files boolean, duplicates boolean)
    language sql stable security definer set search_path = pg_catalog rows 1
as $$
    select m.xmin,
           (select e.at from matter.event e where e.matter_id = m.id and e.seq = m.event_seq),
           array(select p.paper from matter.paper p where p.matter_id = m.id),
           (select json_agg(c) from (
               select key, run, kind, basis, schedule, limit_text, started_at, due_at, amber_at, paused_at,
                      pause_reason, review_on, stopped_at, extensions, pauses, calendar_version, provisional
                 from matter.clock where matter_id = m.id order by started_at, key) c),
           (select json_agg(s) from (
               select seq, lead_unit, co_units, dispatched_at, dispatched_by, signed_at, signed_by, auto_signed,
                      ended_at, outcome
                 from matter.step where matter_id = m.id order by seq) s),
           array(select r.party_id from matter.party_role r where r.matter_id = m.id),
           exists (select 1 from document.file f where f.owner_id = m.id),
           exists (select 1 from matter.link l where l.to_matter = m.id and l.kind = 'DUP' and l.removed_at is null)
      from matter.matter m
     where m.id = wanted and m.visible_to && (select shared.scope_keys())
$$;
revoke execute on function matter.parts_of(bigint) from public;
grant execute on function matter.parts_of(bigint) to hejie_app;
