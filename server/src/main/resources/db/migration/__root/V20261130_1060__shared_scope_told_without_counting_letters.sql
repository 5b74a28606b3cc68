-- Why: of the 36,000 instructions of a check of the scope, sixteen a lifecycle, a fifth went through the setting letter by letter, to find the
-- last 65 of a text in UTF-8. Bytes need no counting. That the last field is the signature and all before it what was signed, and nothing
-- between, follows from both being compared: 64 letters after the last bar.
create or replace function shared.scope_keys() returns bigint[]
    language plpgsql stable parallel safe security definer set search_path = pg_catalog
as $$
declare
    setting text := current_setting('hejie.scope', true);
begin
    if setting <> '' then
        if encode(sha256(shared.scope_outer_key() || sha256(shared.scope_inner_key()
                      || substring(convert_to(setting, 'utf8') for greatest(octet_length(setting) - 65, 0)))), 'hex')
                <> split_part(setting, '|', -1) then
            raise exception 'the scope is not signed by this server' using errcode = '42501';
        end if;
        return split_part(setting, '|', 3)::bigint[];
    end if;
    return '{}';
end
$$;
