-- Why: each move asked by a function of the owner whether files or merged matters had come beside its matter, 0.09 ms of PostgreSQL with
-- the call, twice a lifecycle, for what happens to few matters. Now whatever comes or goes beside a matter raises the number of its
-- saves (ADR 101), so that who keeps the matter as it was before reads it anew.
create function matter.file_came() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    update matter.matter set save_seq = save_seq + 1 where id = new.owner_id;
    return null;
end
$$;
create function matter.twin_came_or_went() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    update matter.matter set save_seq = save_seq + 1 where id = new.to_matter;
    return null;
end
$$;
revoke execute on function matter.file_came(), matter.twin_came_or_went() from public;

create trigger kept_with_an_owner after insert on document.file
    for each row when (new.owner_id is not null) execute function matter.file_came();
create trigger given_to_an_owner after update of owner_id on document.file
    for each row when (new.owner_id is distinct from old.owner_id) execute function matter.file_came();
create trigger merged_or_parted after insert or update of removed_at on matter.link
    for each row when (new.kind = 'DUP') execute function matter.twin_came_or_went();

drop function matter.beside_of(bigint, xid);
