-- Why: a table imported by mistake is taken back: rows nobody has acted on are withdrawn with the reason, the others stay
-- and are listed with why. Nothing is deleted; a number withdrawn so is free for the corrected table. docs/adr/0056.
alter table intake.import
    drop constraint import_state_check,
    add constraint import_state_check
        check (state in ('UPLOADED', 'MAPPED', 'RUNNING', 'FINISHED', 'FAILED', 'UNDOING', 'UNDONE')),
    add column undo_reason text check (length(undo_reason) between 1 and 500),
    add column undone_by bigint,
    add column undone_at timestamptz,
    add column withdrawn int not null default 0,
    add constraint import_undone_with_reason check (state not in ('UNDOING', 'UNDONE') or undo_reason is not null);
grant update (undo_reason, undone_by, undone_at, withdrawn) on intake.import to hejie_app;

create table intake.import_kept (
    import_id     bigint not null references intake.import,
    submission_id bigint not null references intake.submission,
    row_no        int not null,
    matter_id     bigint,
    matter_code   text,
    why           text not null,
    primary key (import_id, submission_id)
);
grant select, insert on intake.import_kept to hejie_app;
alter table intake.import_kept enable row level security;
create policy kept_seen on intake.import_kept for select to hejie_app
    using (exists (select 1 from intake.import i where i.id = import_id));
create policy kept_written on intake.import_kept for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);

alter table intake.submission
    drop constraint submission_state_check,
    add constraint submission_state_check
        check (state in ('RECEIVED', 'REGISTERED', 'CONFLICT', 'ADDED', 'REFUSED', 'WITHDRAWN'));
drop index intake.submission_by_number;
drop index intake.submission_by_key;
create unique index submission_by_number on intake.submission (line, outside_no)
    where state not in ('CONFLICT', 'WITHDRAWN') and settled_at is null;
create unique index submission_by_key on intake.submission (line, received_by, client_key)
    where state not in ('CONFLICT', 'WITHDRAWN') and settled_at is null;
create index submission_of_import on intake.submission (import_id, row_no) where import_id is not null;
