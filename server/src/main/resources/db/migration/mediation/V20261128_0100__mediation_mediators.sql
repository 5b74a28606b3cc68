-- Why: whoever mediates must be on the register, be free of the matter, and be chosen by a person with reasons at hand.
-- Source: domain.md §2.3, §2.9 (only filed mediators), §4 (a mediator never mediates for his own kin).
create schema mediation;
grant usage on schema mediation to hejie_app;

create table mediation.committee (
    id      bigint primary key,
    unit_id bigint not null unique,
    name    text not null check (length(name) between 1 and 100),
    sign    text not null unique check (length(sign) between 2 and 20)
);

create table mediation.mediator (
    id           bigint primary key,
    staff_id     bigint not null unique,
    committee_id bigint not null references mediation.committee (id),
    kind         text not null check (kind in ('FULL_TIME', 'PART_TIME', 'INVITED', 'FORMER_JUDGE', 'FORMER_POLICE')),
    specialties  text[] not null,
    languages    text[] not null,
    filing_no    text check (length(filing_no) between 1 and 60),
    filed_on     date,
    valid_from   date not null,
    valid_to     date,
    version      int not null,
    check (valid_to is null or valid_to > valid_from),
    check ((filing_no is null) = (filed_on is null))
);
create index mediator_of_committee on mediation.mediator (committee_id, id);

-- Who must keep away from a matter, and why. Lifted, never deleted.
create table mediation.recusal (
    id          bigint primary key,
    matter_id   bigint not null references matter.matter (id),
    mediator_id bigint not null references mediation.mediator (id),
    ground      text not null check (ground in ('KINSHIP', 'PRIOR_HANDLING', 'INTEREST', 'PARTY_OBJECTION')),
    declared_at timestamptz not null,
    declared_by bigint not null,
    unique (matter_id, mediator_id)
);

-- What people's mediation may not take, by category. Data, because it differs by place.
create table mediation.excluded (
    category text primary key,
    reason   text not null,
    basis    text not null,
    verified boolean not null
);
insert into mediation.excluded values
    ('0107', 'VIOLENCE', '反家庭暴力法; domain.md §2.8: never auto-mediate', false),
    ('1005', 'CRIME', '非法集资: 由公安等机关依法处理, 待核实', false),
    ('17', 'ADMINISTRATIVE', '行政争议不属于人民调解范围, 待核实', false),
    ('18', 'LITIGATION', '涉法涉诉事项只登记引导; domain.md §3', false);

alter table mediation.committee enable row level security;
create policy seen on mediation.committee to hejie_app
    using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0);
alter table mediation.mediator enable row level security;
create policy seen on mediation.mediator to hejie_app
    using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0);
alter table mediation.excluded enable row level security;
create policy seen on mediation.excluded for select to hejie_app using (cardinality((select shared.scope_keys())) > 0);
alter table mediation.recusal enable row level security;
create policy seen on mediation.recusal to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
grant select, insert on mediation.committee, mediation.mediator, mediation.recusal to hejie_app;
grant select on mediation.excluded to hejie_app;
grant update (committee_id, kind, specialties, languages, filing_no, filed_on, valid_from, valid_to, version) on mediation.mediator to hejie_app;
