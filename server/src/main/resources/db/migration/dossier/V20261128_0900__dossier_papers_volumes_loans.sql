-- Why: the papers of a matter are printed in numbered copies, its file is put in order, bound and kept read-only, and who
-- borrows it is written down. Source: People's Mediation Law art. 27 (record and file); 司发通〔2010〕239号; domain.md 7.2.
create schema dossier;
grant usage on schema dossier to hejie_app;

-- A county's own form of a paper; the newest counts, without content the shipped one.
create table dossier.template (
    id         bigint primary key,
    paper      text not null check (length(paper) between 1 and 60),
    name       text check (length(name) between 1 and 200),
    content    bytea check (length(content) between 1 and 20971520),
    brought_at timestamptz not null,
    brought_by bigint not null,
    check ((name is null) = (content is null))
);
create index template_newest on dossier.template (paper, id desc);

create table dossier.copy (
    id         bigint primary key,
    matter_id  bigint not null references matter.matter (id),
    paper      text not null check (length(paper) between 1 and 60),
    number     int not null check (number > 0),
    format     text not null check (format in ('DOCX', 'PDF')),
    identities text not null check (identities in ('MASKED', 'FULL')),
    export     text not null,                       -- number by which the export is found
    printed_at timestamptz not null,
    printed_by bigint not null,
    unique (matter_id, paper, number)
);

create table dossier.volume (
    id        bigint primary key,
    matter_id bigint not null references matter.matter (id),
    edition   int not null check (edition > 0),
    pages     int not null check (pages > 0),       -- numbered ones
    size      bigint not null check (size > 0),     -- bytes of the PDF
    sm3       bytea not null check (length(sm3) = 32),
    retention text not null check (length(retention) between 1 and 20),
    note      text check (length(note) between 1 and 1000),
    filed_at  timestamptz not null,
    filed_by  bigint not null,
    unique (matter_id, edition)
);

create table dossier.item (
    volume_id  bigint not null references dossier.volume (id),
    position   int not null,
    paper      text not null,
    name       text not null check (length(name) between 1 and 250),
    file_id    bigint,                              -- null: printed by the system
    sm3        bytea check (length(sm3) = 32),
    first_page int not null check (first_page > 0),
    pages      int not null check (pages > 0),
    primary key (volume_id, position)
);

-- The PDF in parts of 4 MB, each sealed with SM4-GCM for its row: read and written with flat memory.
create table dossier.part (
    id        bigint primary key,
    volume_id bigint not null references dossier.volume (id),
    seq       int not null,
    sealed    bytea not null,
    unique (volume_id, seq)
);
alter table dossier.part alter column sealed set storage external;

create table dossier.loan (
    id          bigint primary key,
    volume_id   bigint not null references dossier.volume (id),
    borrowed_by bigint not null,
    borrowed_at timestamptz not null,
    reason      text not null check (reason in ('HANDLING', 'LEGAL_PROCEEDINGS', 'INSPECTION', 'PARTY_REQUEST', 'OTHER')),
    purpose     text not null check (length(purpose) between 1 and 200),
    due_on      date not null,
    returned_at timestamptz,
    returned_by bigint,
    check ((returned_at is null) = (returned_by is null))
);
create index loan_of_volume on dossier.loan (volume_id, id desc);

do $$
declare
    own text;
begin
    foreach own in array array['copy', 'volume'] loop
        execute format('alter table dossier.%I enable row level security', own);
        execute format('create policy seen on dossier.%I to hejie_app
            using (exists (select 1 from matter.matter m where m.id = matter_id))
            with check (exists (select 1 from matter.matter m where m.id = matter_id))', own);
    end loop;
    foreach own in array array['item', 'part', 'loan'] loop
        execute format('alter table dossier.%I enable row level security', own);
        execute format('create policy seen on dossier.%I to hejie_app
            using (exists (select 1 from dossier.volume v where v.id = volume_id))
            with check (exists (select 1 from dossier.volume v where v.id = volume_id))', own);
    end loop;
    -- What is filed is read-only, also for the owner.
    foreach own in array array['template', 'copy', 'volume', 'item', 'part'] loop
        execute format('create trigger forbid_change before update or delete on dossier.%I
            for each row execute function shared.forbid_change()', own);
    end loop;
end
$$;

grant select, insert on dossier.template, dossier.copy, dossier.volume, dossier.item, dossier.part, dossier.loan to hejie_app;
grant update (returned_at, returned_by) on dossier.loan to hejie_app;
