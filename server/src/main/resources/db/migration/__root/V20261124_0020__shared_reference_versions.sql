-- Why: units, places and calendars are held in memory by every node. A node that changes them leaves a mark with the same
-- commit, and the others, who look every few seconds, read them again (docs/adr/0052).
create table shared.reference_version (
    what    text primary key,
    changed bigint not null
);
grant select on shared.reference_version to hejie_app;

-- Marks what the trigger's argument names: once for each transaction, however many rows it writes.
create function shared.mark_reference() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    insert into shared.reference_version as v (what, changed) values (tg_argv[0], pg_current_xact_id()::text::bigint)
    on conflict (what) do update set changed = excluded.changed where v.changed <> excluded.changed;
    return null;
end
$$;
