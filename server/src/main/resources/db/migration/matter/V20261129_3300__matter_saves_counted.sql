-- Why: a move of a matter read all its parts though the same server had written them a moment before, a sixth of PostgreSQL's time
-- for a lifecycle. The end of the history and the number of saves together name the state of a matter with its clocks, steps, papers
-- and parties; a server that saved that state itself goes on from it (ADR 101). Saves that write no event, such as a deadline
-- reckoned anew, change the number alone. Whoever changes a matter or its parts by hand raises it too.
alter table matter.matter add column save_seq int not null default 0;

-- What stands beside a matter and comes and goes without it: 1 if there are files, whoever may see them, 2 if others are merged into it.
-- Null outside the scope, and for a row that was written after the statement began, of which it could tell only what was before.
create function matter.beside_of(wanted bigint, written xid) returns int
    language sql stable security definer set search_path = pg_catalog
as $$
    select exists (select 1 from document.file f where f.owner_id = m.id)::int
           + 2 * exists (select 1 from matter.link l where l.to_matter = m.id and l.kind = 'DUP' and l.removed_at is null)::int
      from matter.matter m
     where m.id = wanted and m.xmin = written and m.visible_to && (select shared.scope_keys())
$$;
revoke execute on function matter.beside_of(bigint, xid) from public;
grant execute on function matter.beside_of(bigint, xid) to hejie_app;
