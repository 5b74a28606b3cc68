-- Why: a line whose report was merged into another matter is told of that matter's later moves under its own number. Who
-- moves the master need not see the duplicate, whose keys were settled when it was merged: so the numbers are looked up
-- by the owner, and nothing but code, line and number leaves.
create function intake.merged_numbers(master bigint)
    returns table (matter_id bigint, code text, line smallint, outside_no text)
    language sql stable security definer set search_path = pg_catalog
as $$
    with recursive below (matter_id) as (
        select l.from_matter from matter.link l
         where l.to_matter = master and l.kind = 'DUP' and l.removed_at is null
        union
        select l.from_matter from below b join matter.link l on l.to_matter = b.matter_id
         where l.kind = 'DUP' and l.removed_at is null)
    select m.id, m.code, m.line, m.outside_no
      from below b join matter.matter m on m.id = b.matter_id
     where m.outside_no is not null
     order by m.id
$$;
revoke all on function intake.merged_numbers(bigint) from public;
grant execute on function intake.merged_numbers(bigint) to hejie_app;
