-- Why: 以案定补. A mediation is paid once, by written rules, after two others have looked, the public could object and the batch
-- is made. Source: domain.md 2.9.
create schema subsidy;
grant usage on schema subsidy to hejie_app;

create table subsidy.public_list (
    id             bigint primary key,
    year           int not null,
    number         int not null,
    published_at   timestamptz not null,
    published_by   bigint not null,
    working_days   int not null check (working_days > 0),
    objections_due timestamptz not null check (objections_due > published_at),
    unique (year, number)
);

create table subsidy.batch (
    id      bigint primary key,
    list_id bigint not null unique references subsidy.public_list (id),
    made_at timestamptz not null,
    made_by bigint not null
);

create table subsidy.claim (
    id           bigint primary key,
    mediation_id bigint not null references mediation.mediation (id),
    matter_id    bigint not null references matter.matter (id),
    agreement_id bigint not null references mediation.agreement (id),
    mediator     bigint not null,   -- number of the member of staff
    rules        int not null,      -- version of the rules it was reckoned by
    band         text not null check (band in ('HARD', 'ORDINARY', 'SIMPLE')),
    oral         boolean not null,
    points       int not null check (points between 0 and 100),
    amount       numeric(14, 2) not null check (amount >= 0),
    state        text not null check (state in ('CLAIMED', 'CHECKED', 'APPROVED', 'REFUSED', 'LISTED', 'IN_BATCH', 'PAID')),
    claimed_at   timestamptz not null,
    claimed_by   bigint not null,
    list_id      bigint references subsidy.public_list (id),
    batch_id     bigint references subsidy.batch (id),
    paid_on      date,
    version      int not null,
    check ((state = 'PAID') = (paid_on is not null)),
    check (state not in ('LISTED', 'IN_BATCH', 'PAID') or list_id is not null),
    check (state not in ('IN_BATCH', 'PAID') or batch_id is not null)
);
-- 一案一补: however often a dispute is mediated, one claim of its matter stands.
create unique index one_claim on subsidy.claim (matter_id) where state <> 'REFUSED';
create index claim_by_state on subsidy.claim (state, id desc);
create index claim_of_list on subsidy.claim (list_id, id);
create index claim_of_batch on subsidy.claim (batch_id, id);

-- Why a claim has its points, and with which other mediation it may be one dispute.
create table subsidy.point (
    claim_id bigint not null references subsidy.claim (id),
    position int not null,
    code     text not null,
    detail   text,
    points   int not null,
    primary key (claim_id, position)
);
create table subsidy.split (
    claim_id  bigint not null references subsidy.claim (id),
    matter_id bigint not null,
    reasons   text[] not null check (cardinality(reasons) > 0),
    primary key (claim_id, matter_id)
);
create table subsidy.decision (
    claim_id   bigint not null references subsidy.claim (id),
    step       text not null check (step in ('TOWN', 'COUNTY')),
    passed     boolean not null,
    why        text check (length(why) between 1 and 500),
    decided_at timestamptz not null,
    decided_by bigint not null,
    primary key (claim_id, step),
    check (passed or why is not null)
);
create table subsidy.objection (
    id          bigint primary key,
    claim_id    bigint not null references subsidy.claim (id),
    ground      text not null check (ground in ('NOT_MEDIATED', 'NOT_PERFORMED', 'PAID_TWICE', 'WRONG_PERSON', 'OTHER')),
    recorded_at timestamptz not null,
    recorded_by bigint not null,
    upheld      boolean,
    answer      text check (length(answer) between 1 and 500),
    answered_at timestamptz,
    answered_by bigint,
    check ((upheld is null) = (answer is null) and (upheld is null) = (answered_at is null))
);
create index objection_of on subsidy.objection (claim_id, id);

alter table subsidy.claim enable row level security;
create policy seen on subsidy.claim to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
do $$
declare
    child text;
begin
    foreach child in array array['point', 'split', 'decision', 'objection'] loop
        execute format('alter table subsidy.%I enable row level security', child);
        execute format('create policy seen on subsidy.%I to hejie_app
            using (exists (select 1 from subsidy.claim c where c.id = claim_id))
            with check (exists (select 1 from subsidy.claim c where c.id = claim_id))', child);
    end loop;
    -- A list and a batch hold nothing about anybody: their rows are the claims.
    foreach child in array array['public_list', 'batch'] loop
        execute format('alter table subsidy.%I enable row level security', child);
        execute format('create policy seen on subsidy.%I to hejie_app
            using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0)', child);
    end loop;
end
$$;
grant select, insert on subsidy.public_list, subsidy.batch, subsidy.claim, subsidy.point, subsidy.split, subsidy.decision, subsidy.objection
    to hejie_app;
grant update (state, list_id, batch_id, paid_on, version) on subsidy.claim to hejie_app;
grant update (upheld, answer, answered_at, answered_by) on subsidy.objection to hejie_app;

-- What speaks for two mediations being one dispute, over the whole county, since a dispute is also split over two scopes.
-- Answers numbers of matters and codes, no row and nobody's name; and only about a matter the asker sees.
create function subsidy.alike(asked bigint, days int) returns table (matter_id bigint, reasons text[])
    language sql stable security definer set search_path = pg_catalog as $$
    with own as (
        select m.*, c.staff_id, c.opened_at
          from matter.matter m
          join mediation.mediation c on c.matter_id = m.id and c.state = 'AGREED'
         where m.id = asked and m.visible_to && (select shared.scope_keys())
         order by c.id desc limit 1),
    mine as (
        select distinct p.document_index as doc, p.phone_index as phone
          from matter.party_role r join party.party p on p.id = r.party_id
         where r.matter_id = (select id from own) and r.role in ('APPLICANT', 'RESPONDENT')),
    other as (
        select m.id, m.category, m.area_code, m.place_text, c.staff_id
          from own o
          join mediation.mediation c on c.state = 'AGREED' and c.matter_id <> o.id
           and c.opened_at between o.opened_at - make_interval(days => days) and o.opened_at + make_interval(days => days)
          join matter.matter m on m.id = c.matter_id),
    shared_people as (
        select x.id, count(distinct (y.doc, y.phone)) as people
          from other x
          join matter.party_role r on r.matter_id = x.id and r.role in ('APPLICANT', 'RESPONDENT')
          join party.party p on p.id = r.party_id
          join mine y on y.doc = p.document_index or y.phone = p.phone_index
         group by x.id),
    said as (
        select x.id,
               array_remove(array[
                   case when s.people >= 2 then 'SAME_PARTIES' when s.people = 1 then 'ONE_PARTY' end,
                   case when x.category = o.category then 'SAME_CATEGORY' end,
                   case when x.area_code = o.area_code and x.place_text = o.place_text then 'SAME_PLACE' end,
                   case when x.staff_id = o.staff_id then 'SAME_MEDIATOR' end,
                   case when exists (select 1 from matter.link l where l.removed_at is null and l.kind in ('DUP', 'SAME_CAUSE', 'DERIVED')
                            and ((l.from_matter = o.id and l.to_matter = x.id) or (l.to_matter = o.id and l.from_matter = x.id)))
                        then 'LINKED' end,
                   case when exists (select 1 from matter.series_member a join matter.series_member b on b.series_id = a.series_id
                            where a.matter_id = o.id and b.matter_id = x.id and a.left_at is null and b.left_at is null)
                        then 'SERIES' end], null) as reasons
          from other x cross join own o left join shared_people s on s.id = x.id)
    select distinct on (id) id, reasons from said where cardinality(reasons) > 0 order by id
$$;
revoke all on function subsidy.alike(bigint, int) from public;
grant execute on function subsidy.alike(bigint, int) to hejie_app;
