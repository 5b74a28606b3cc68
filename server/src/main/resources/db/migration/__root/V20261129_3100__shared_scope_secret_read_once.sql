-- Why: a lifecycle of a matter asks for the keys of its scope some twenty times, and two thirds of each answer were reading the
-- secret's one row, which never changes. As functions that are called immutable the two halves of the key are read once by a
-- session, when PL/pgSQL plans the expression they stand in, and are a constant from then on. hejie_app can call neither; whoever
-- gives the row another secret replaces shared.scope_keys() in the same transaction, so that every session plans anew.
create function shared.scope_inner_key() returns bytea
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select inner_key from shared.scope_secret $$;
create function shared.scope_outer_key() returns bytea
    language sql immutable parallel safe set search_path = pg_catalog
    as $$ select outer_key from shared.scope_secret $$;
revoke all on function shared.scope_inner_key(), shared.scope_outer_key() from public;

create or replace function shared.scope_keys() returns bigint[]
    language plpgsql stable parallel safe security definer set search_path = pg_catalog
as $$
declare
    setting text := current_setting('hejie.scope', true);
    payload text;
begin
    if setting is null or setting = '' then
        return '{}';
    end if;
    payload := left(setting, length(setting) - 65);
    if encode(sha256(shared.scope_outer_key() || sha256(shared.scope_inner_key() || convert_to(payload, 'utf8'))), 'hex')
            <> right(setting, 64) then
        raise exception 'the scope is not signed by this server' using errcode = '42501';
    end if;
    return split_part(payload, '|', 3)::bigint[];
end
$$;
