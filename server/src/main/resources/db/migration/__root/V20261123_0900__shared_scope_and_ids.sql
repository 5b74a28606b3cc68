-- Why: every later table leans on these: the signed scope that row-level security asks for, the ids,
-- and the place where module events wait until they are handled.
create schema if not exists shared;
grant usage on schema shared to hejie_app;

create sequence shared.id_block;
grant usage on sequence shared.id_block to hejie_app;

-- The secret with which the server signs a transaction's scope. hejie_app cannot read it.
create table shared.scope_secret (
    only_row  boolean primary key default true check (only_row),
    secret    bytea not null,
    inner_key bytea not null,
    outer_key bytea not null
);

do $$
declare
    secret    bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'utf8'));
    padded    bytea := secret || decode(repeat('00', 32), 'hex');
    inner_key bytea := padded;
    outer_key bytea := padded;
begin
    for i in 0..63 loop
        inner_key := set_byte(inner_key, i, get_byte(padded, i) # 54);
        outer_key := set_byte(outer_key, i, get_byte(padded, i) # 92);
    end loop;
    insert into shared.scope_secret (secret, inner_key, outer_key) values (secret, inner_key, outer_key);
end
$$;

-- The keys of this transaction's scope, or none. The setting reads actor|job|{keys}|hmac; the signature is
-- HMAC-SHA-256 (RFC 2104). A setting that someone wrote by hand is an error, not an empty answer.
create function shared.scope_keys() returns bigint[]
    language plpgsql stable parallel safe security definer set search_path = pg_catalog
as $$
declare
    setting text := current_setting('hejie.scope', true);
    payload text;
    expected text;
begin
    if setting is null or setting = '' then
        return '{}';
    end if;
    payload := left(setting, length(setting) - 65);
    select encode(sha256(outer_key || sha256(inner_key || convert_to(payload, 'utf8'))), 'hex')
      into expected from shared.scope_secret;
    if expected <> right(setting, 64) then
        raise exception 'the scope is not signed by this server' using errcode = '42501';
    end if;
    return split_part(payload, '|', 3)::bigint[];
end
$$;

-- Spring Modulith's register of events that listeners have yet to handle (JDBC schema v2).
create table shared.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_completion_date on shared.event_publication (completion_date);
grant select, insert, update, delete on shared.event_publication to hejie_app;

-- db-scheduler's one table (its documented PostgreSQL form): timers run once however many nodes there are.
create table shared.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on shared.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on shared.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on shared.scheduled_tasks to hejie_app;
