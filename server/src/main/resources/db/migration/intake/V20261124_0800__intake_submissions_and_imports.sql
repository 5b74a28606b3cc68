-- Why: what came in by a line is kept as it came, with the line's own number, apart from the matter that was made
-- of it; and a spreadsheet of many is read on from where it stopped, by whichever server is up.
create schema if not exists intake;
grant usage on schema intake to hejie_app;

create table intake.submission (
    id           bigint primary key,
    line         smallint not null check (line between 1 and 8),
    outside_no   text check (length(outside_no) between 1 and 100),
    client_key   text check (length(client_key) between 8 and 100),
    content      bytea not null,        -- as it came, sealed: it names people
    content_hash bytea not null,        -- keyed, of what it says, however it is written
    channel      text not null check (channel in ('API', 'IMPORT', 'RESIDENT')),
    import_id    bigint,
    row_no       int,
    received_by  bigint not null,       -- staff id, API client's id, 0 for a resident or the server
    received_at  timestamptz not null,
    state        text not null check (state in ('RECEIVED', 'REGISTERED', 'CONFLICT')),
    matter_id    bigint references matter.matter,
    matter_code  text,
    visible_to   bigint[] not null check (cardinality(visible_to) > 0)
);
-- One registration a number and a key, also for twins that arrive at the same moment.
create unique index submission_by_number on intake.submission (line, outside_no) where state <> 'CONFLICT';
create unique index submission_by_key on intake.submission (line, received_by, client_key) where state <> 'CONFLICT';
create index submission_by_time on intake.submission (received_at desc, id desc);
create index submission_by_matter on intake.submission (matter_id);
-- The same conflicting content sent again is kept once.
create unique index submission_conflict on intake.submission (line, outside_no, content_hash) where state = 'CONFLICT';

create table intake.import (
    id          bigint primary key,
    line        smallint not null check (line between 1 and 8),
    file_name   text not null,
    format      text not null check (format in ('CSV', 'XLSX')),
    charset     text not null,
    separator   text not null,
    columns     text[] not null,
    fingerprint bytea not null,         -- of the header, to remember the mapping by
    mapping     jsonb not null,         -- field to column
    state       text not null check (state in ('UPLOADED', 'MAPPED', 'RUNNING', 'FINISHED', 'FAILED')),
    rows        int not null,
    done        int not null default 0, -- rows behind the last committed chunk: the checkpoint
    accepted    int not null default 0,
    repeated    int not null default 0,
    errors      int not null default 0,
    created_by  bigint not null,
    created_at  timestamptz not null,
    finished_at timestamptz,
    worker      text,                   -- who works on it now
    worker_until timestamptz,           -- and until when that is believed without news
    visible_to  bigint[] not null check (cardinality(visible_to) > 0)
);
create index import_running on intake.import (worker_until) where state = 'RUNNING';

create table intake.import_part (
    import_id bigint not null references intake.import,
    no        int not null,
    sealed    bytea not null,
    primary key (import_id, no)
);
alter table intake.import_part alter column sealed set storage external;

create table intake.import_error (
    import_id bigint not null references intake.import,
    row_no    int not null,
    errors    jsonb not null,           -- [{path, code}], never the value
    primary key (import_id, row_no)
);

create table intake.remembered_mapping (
    line        smallint not null,
    fingerprint bytea not null,
    mapping     jsonb not null,
    saved_by    bigint not null,
    saved_at    timestamptz not null,
    primary key (line, fingerprint)
);

-- Wrong guesses at the residents' door and other things that are counted; a pure work table.
create table intake.attempt (
    what    bytea not null,             -- keyed hash of the kind and of the address or code
    minute  timestamptz not null,
    times   int not null,
    primary key (what, minute)
);

alter table intake.submission enable row level security;
create policy submission_in_scope on intake.submission to hejie_app
    using (visible_to && (select shared.scope_keys()))
    with check (visible_to && (select shared.scope_keys()));
alter table intake.import enable row level security;
create policy import_in_scope on intake.import to hejie_app
    using (visible_to && (select shared.scope_keys()))
    with check (visible_to && (select shared.scope_keys()));
alter table intake.import_part enable row level security;
create policy part_seen on intake.import_part for select to hejie_app
    using (exists (select 1 from intake.import i where i.id = import_id));
create policy part_written on intake.import_part for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);
alter table intake.import_error enable row level security;
create policy error_seen on intake.import_error for select to hejie_app
    using (exists (select 1 from intake.import i where i.id = import_id));
create policy error_written on intake.import_error for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);

grant select, insert on intake.submission, intake.import, intake.import_part, intake.import_error to hejie_app;
grant update (state, matter_id, matter_code) on intake.submission to hejie_app;
grant update (mapping, state, done, accepted, repeated, errors, finished_at, worker, worker_until) on intake.import to hejie_app;
grant select, insert, update on intake.remembered_mapping to hejie_app;
grant select, insert, update, delete on intake.attempt to hejie_app;
