-- Why: every file of rows that leaves the system is numbered and recorded, and with more than fifty rows about people
-- it is approved by a second person (domain.md §7.2). Holds who, what list and how many rows; none of the rows.
create table audit.export (
    id            bigint primary key,
    number        text not null unique,
    list          text not null,
    path          text not null,
    rows          bigint not null check (rows >= 0),
    personal_rows bigint not null check (personal_rows >= 0),
    wanted_by     bigint not null,
    wanted_kind   text not null check (wanted_kind in ('STAFF', 'API_CLIENT', 'SYSTEM')),
    wanted_at     timestamptz not null,
    purpose       text check (length(purpose) between 1 and 200),
    asked_at      timestamptz,
    decided_by    bigint,
    decided_at    timestamptz,
    approved      boolean,
    opinion       text check (length(opinion) <= 200),
    valid_until   timestamptz,
    taken_at      timestamptz,
    check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (approved is null)),
    check (decided_by is distinct from wanted_by or decided_by is null),
    check (decided_at is null or asked_at is not null)
);
create index export_by_person on audit.export (wanted_by, id);
create index export_to_decide on audit.export (id) where asked_at is not null and decided_at is null;
grant select, insert, update on audit.export to hejie_app;
