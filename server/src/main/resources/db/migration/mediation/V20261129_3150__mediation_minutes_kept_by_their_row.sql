-- Why: "id = coalesce(new, old)" cannot be looked up by an index beside row-level security, which takes coalesce for leaky: with a plan for all
-- values each row of minutes read every session, and PostgreSQL planned anew each time to avoid it. Whether minutes were read back does not
-- depend on who asks, so the function asks as its owner.
create or replace function mediation.keep_read_back() returns trigger
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    of_session bigint := case when tg_op = 'DELETE' then old.session_id else new.session_id end;
begin
    if exists (select 1 from mediation.session s where s.id = of_session and s.read_back_at is not null) then
        raise exception 'minutes read back are not changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
