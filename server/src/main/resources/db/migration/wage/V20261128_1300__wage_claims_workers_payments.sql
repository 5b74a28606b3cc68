-- Why: 护薪. Money recovered for wage workers is a figure of people and of yuan, so each worker has a row of his own and
-- each payment, too; sums of a claim are kept beside it for its lists. Source: domain.md 1 (17), 2.8.
create schema wage;
grant usage on schema wage to hejie_app;

-- The foreman is a person: he and the workers stand in party, encrypted. Names of bodies are public.
create table wage.claim (
    id                 bigint primary key,
    matter_id          bigint not null references matter.matter (id),
    project            text not null check (length(project) between 1 and 200),
    developer          text check (length(developer) between 1 and 200),
    general_contractor text check (length(general_contractor) between 1 and 200),
    subcontractor      text check (length(subcontractor) between 1 and 200),
    team               text check (length(team) between 1 and 100),
    foreman            bigint references party.party (id),
    facts              text[] not null check (facts <@ '{DEVELOPER_LATE,SUBLET_WHOLE,LET_TO_UNQUALIFIED,LENT_NAME,PROJECT_UNLAWFUL}'),
    evidence           text[] not null check (evidence <@ '{IOU,ATTENDANCE,WAGE_LEDGER,CONTRACT,MESSAGES,WITNESS}'),
    account            text not null check (account in ('UNKNOWN', 'THERE', 'NONE')),
    deposit            text not null check (deposit in ('UNKNOWN', 'THERE', 'NONE')),
    opened_at          timestamptz not null,
    opened_by          bigint not null,
    last_row           int not null default 0,
    workers            int not null default 0,
    unverified         int not null default 0,
    claimed            numeric(14, 2) not null default 0,
    verified           numeric(14, 2) not null default 0,
    recovered          numeric(14, 2) not null default 0,
    stage              text not null check (stage in ('REGISTERED', 'VERIFIED', 'PARTLY_PAID', 'PAID')),
    version            int not null
);
create index claim_by_matter on wage.claim (matter_id, id);
create index claim_by_stage on wage.claim (stage, id desc);

create table wage.worker (
    id            bigint primary key,
    claim_id      bigint not null references wage.claim (id),
    row_no        int not null check (row_no > 0),
    party_id      bigint not null unique references party.party (id),
    trade         text check (length(trade) between 1 and 50),
    owed_from     date,
    owed_to       date,
    left_on       date,
    claimed       numeric(14, 2) not null check (claimed > 0),
    verified      numeric(14, 2) check (verified between 0 and claimed),
    verified_at   timestamptz,
    verified_by   bigint,
    recovered     numeric(14, 2) not null default 0 check (recovered >= 0),
    added_at      timestamptz not null,
    added_by      bigint not null,
    withdrawn_at  timestamptz,
    withdrawn_by  bigint,
    withdrawn_why text check (length(withdrawn_why) between 1 and 500),
    unique (claim_id, row_no),
    check (owed_to >= owed_from),
    check ((verified is null) = (verified_at is null)),
    check (recovered <= coalesce(verified, 0)),
    check ((withdrawn_at is null) = (withdrawn_why is null))
);

-- Money that has reached a worker; what was recorded in error is taken back with a reason and stays.
create table wage.payment (
    id            bigint primary key,
    worker_id     bigint not null references wage.worker (id),
    amount        numeric(14, 2) not null check (amount > 0),
    paid_on       date not null,
    method        text not null check (method in ('ACCOUNT', 'BANK', 'CASH', 'COURT', 'DEPOSIT', 'OTHER')),
    voucher       bigint,
    recorded_at   timestamptz not null,
    recorded_by   bigint not null,
    withdrawn_at  timestamptz,
    withdrawn_by  bigint,
    withdrawn_why text check (length(withdrawn_why) between 1 and 500),
    check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index payment_of_worker on wage.payment (worker_id, id);
create index payment_by_day on wage.payment (paid_on, id) where withdrawn_at is null;

-- 支持起诉线索 to the procuratorate.
create table wage.clue (
    id          bigint primary key,
    claim_id    bigint not null references wage.claim (id),
    text        text not null check (length(text) between 1 and 2000),
    sent_at     timestamptz not null,
    sent_by     bigint not null,
    to_unit     bigint not null,
    state       text not null check (state in ('SENT', 'TAKEN_UP', 'NOT_TAKEN_UP')),
    answer      text check (length(answer) between 1 and 2000),
    answered_at timestamptz,
    answered_by bigint,
    check ((state = 'SENT') = (answered_at is null))
);
create index clue_of_claim on wage.clue (claim_id, id);
create unique index clue_waiting on wage.clue (claim_id) where state = 'SENT';

alter table wage.claim enable row level security;
create policy seen on wage.claim to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
alter table wage.worker enable row level security;
create policy seen on wage.worker to hejie_app
    using (exists (select 1 from wage.claim c where c.id = claim_id))
    with check (exists (select 1 from wage.claim c where c.id = claim_id));
alter table wage.payment enable row level security;
create policy seen on wage.payment to hejie_app
    using (exists (select 1 from wage.worker w where w.id = worker_id))
    with check (exists (select 1 from wage.worker w where w.id = worker_id));
alter table wage.clue enable row level security;
create policy seen on wage.clue to hejie_app
    using (exists (select 1 from wage.claim c where c.id = claim_id))
    with check (exists (select 1 from wage.claim c where c.id = claim_id));

grant select, insert on wage.claim, wage.worker, wage.payment, wage.clue to hejie_app;
grant update (project, developer, general_contractor, subcontractor, team, foreman, facts, evidence, account, deposit, last_row,
    workers, unverified, claimed, verified, recovered, stage, version) on wage.claim to hejie_app;
grant update (verified, verified_at, verified_by, recovered, withdrawn_at, withdrawn_by, withdrawn_why) on wage.worker to hejie_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_why) on wage.payment to hejie_app;
grant update (state, answer, answered_at, answered_by) on wage.clue to hejie_app;
