-- Why: what came under a known number with other content waits for a person, who takes it over into the known
-- matter, registers it as a matter of its own, or refuses it. What was read of it is kept, so that this needs
-- neither the spreadsheet nor its mapping.
alter table intake.submission
    add column reading       bytea,        -- sealed; of conflicts alone
    add column settled_at    timestamptz,
    add column settled_by    bigint,       -- staff id
    add column settle_reason text check (length(settle_reason) between 1 and 200),
    drop constraint submission_state_check,
    add constraint submission_state_check check (state in ('RECEIVED', 'REGISTERED', 'CONFLICT', 'ADDED', 'REFUSED')),
    add constraint submission_settled_by_somebody check ((settled_at is null) = (settled_by is null)),
    add constraint submission_refused_with_reason check (state <> 'REFUSED' or settle_reason is not null);

-- The first under a number holds it; what was settled beside it does not.
drop index intake.submission_by_number;
drop index intake.submission_by_key;
drop index intake.submission_conflict;
create unique index submission_by_number on intake.submission (line, outside_no)
    where state <> 'CONFLICT' and settled_at is null;
create unique index submission_by_key on intake.submission (line, received_by, client_key)
    where state <> 'CONFLICT' and settled_at is null;
-- The same conflicting content sent again is kept once, settled or not.
create unique index submission_conflict on intake.submission (line, outside_no, content_hash)
    where state = 'CONFLICT' or settled_at is not null;
create index submission_waiting on intake.submission (received_at desc, id desc) where state = 'CONFLICT';

grant update (settled_at, settled_by, settle_reason) on intake.submission to hejie_app;
