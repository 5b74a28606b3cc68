-- Why: papers and photos of matters lie in the same database as the matters, so that one backup holds both and a
-- file is there exactly when the transaction that brought it is. Content is encrypted and apart from what lists show.
create schema if not exists document;
grant usage on schema document to hejie_app;

create table document.file (
    id          bigint primary key,
    owner_id    bigint,                 -- the matter it belongs to; null until attached
    name        text not null check (length(name) between 1 and 200),
    type        text not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX', 'MP3', 'AMR', 'WAV', 'TEXT', 'CSV')),
    purpose     text not null check (length(purpose) between 1 and 60),
    size        int not null check (size between 1 and 20971520),   -- bytes as kept
    sm3         bytea not null check (length(sm3) = 32),             -- of the bytes as kept
    width       int,
    height      int,
    uploaded_by bigint not null,        -- staff id, API client's id, or minus the matter's id for a resident
    uploaded_at timestamptz not null,
    visible_to  bigint[] not null check (cardinality(visible_to) > 0)
);
create index file_by_owner on document.file (owner_id) where owner_id is not null;

create table document.content (
    file_id bigint primary key references document.file,
    sealed  bytea not null
);
alter table document.content alter column sealed set storage external;   -- encrypted bytes do not compress

alter table document.file enable row level security;
create policy file_in_scope on document.file to hejie_app
    using (visible_to && (select shared.scope_keys()))
    with check (visible_to && (select shared.scope_keys()));

alter table document.content enable row level security;
create policy content_of_visible_file on document.content for select to hejie_app
    using (exists (select 1 from document.file f where f.id = file_id));
create policy content_written_in_scope on document.content for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);

grant select, insert on document.file, document.content to hejie_app;
grant update (owner_id, visible_to) on document.file to hejie_app;
