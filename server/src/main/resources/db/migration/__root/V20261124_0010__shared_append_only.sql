-- Why: history is never changed. The runtime role has no grant to do so; this trigger also stops the owner
-- who slips, and makes a deliberate change leave a trace: it has to be switched off first.
create function shared.forbid_change() returns trigger
    language plpgsql
as $$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = '55000';
end
$$;
