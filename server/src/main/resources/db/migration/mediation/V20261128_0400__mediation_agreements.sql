-- Why: an agreement is what each party owes by when. Its number has no gap; what is signed is not rewritten.
-- Source: People's Mediation Law arts. 28-33; domain.md §2.3 (obligations, number per committee and year).
create table mediation.counter (
    committee_id bigint not null references mediation.committee (id),
    year         int not null,
    last         int not null,
    primary key (committee_id, year)
);

create table mediation.agreement (
    id           bigint primary key,
    mediation_id bigint not null references mediation.mediation (id),
    committee_id bigint not null references mediation.committee (id),
    year         int not null,
    number       int not null,
    form         text not null check (form in ('WRITTEN', 'ORAL')),
    state        text not null check (state in ('DRAFT', 'SIGNED', 'PERFORMED', 'VOID')),
    facts        text not null check (length(facts) between 1 and 4000),
    terms        text not null check (length(terms) between 1 and 8000),
    total        numeric(14, 2) check (total > 0),
    drawn_at     timestamptz not null,
    drawn_by     bigint not null,
    signed_on    date,
    effective_on date,
    document_id  bigint,
    void_why     text check (length(void_why) between 1 and 1000),
    version      int not null,
    unique (committee_id, year, number),
    check ((state in ('SIGNED', 'PERFORMED')) = (signed_on is not null)),
    check ((state = 'VOID') = (void_why is not null))
);
create unique index one_agreement on mediation.agreement (mediation_id) where state <> 'VOID';

create table mediation.obligation (
    id           bigint primary key,
    agreement_id bigint not null references mediation.agreement (id),
    position     int not null,
    obligor      bigint not null,
    obligee      bigint not null,
    kind         text not null check (kind in ('PAY', 'ACT', 'REFRAIN', 'DELIVER')),
    amount       numeric(14, 2) check (amount > 0),
    due_on       date not null,
    method       text not null check (length(method) between 1 and 500),
    status       text not null check (status in ('DUE', 'PERFORMED', 'DEFAULTED')),
    performed_on date,
    voucher      bigint,
    reminded_at  timestamptz,
    unique (agreement_id, position),
    check ((kind = 'PAY') = (amount is not null)),
    check ((status = 'PERFORMED') = (performed_on is not null)),
    check (obligor <> obligee)
);
create index obligation_due on mediation.obligation (due_on, id) where status = 'DUE';

create table mediation.confirmation (
    agreement_id bigint primary key references mediation.agreement (id),
    applied_on   date not null,
    court        text not null check (length(court) between 1 and 100),
    answer       text check (answer in ('CONFIRMED', 'REFUSED', 'NOT_ACCEPTED')),
    answered_on  date,
    document_no  text check (length(document_no) between 1 and 60),
    check ((answer is null) = (answered_on is null))
);

do $$
declare
    child text;
begin
    foreach child in array array['obligation', 'confirmation'] loop
        execute format('alter table mediation.%I enable row level security', child);
        execute format('create policy seen on mediation.%I to hejie_app
            using (exists (select 1 from mediation.agreement a where a.id = agreement_id))
            with check (exists (select 1 from mediation.agreement a where a.id = agreement_id))', child);
    end loop;
end
$$;
alter table mediation.agreement enable row level security;
create policy seen on mediation.agreement to hejie_app
    using (exists (select 1 from mediation.mediation c where c.id = mediation_id))
    with check (exists (select 1 from mediation.mediation c where c.id = mediation_id));
alter table mediation.counter enable row level security;
create policy seen on mediation.counter to hejie_app
    using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0);
grant select, insert on mediation.agreement, mediation.obligation, mediation.confirmation, mediation.counter to hejie_app;
grant update (last) on mediation.counter to hejie_app;
grant update (state, facts, terms, total, form, signed_on, effective_on, document_id, void_why, version) on mediation.agreement to hejie_app;
grant update (status, performed_on, voucher, reminded_at) on mediation.obligation to hejie_app;
grant delete on mediation.obligation to hejie_app;
grant update (answer, answered_on, document_no) on mediation.confirmation to hejie_app;

create function mediation.keep_signed() returns trigger language plpgsql as $$
begin
    if old.signed_on is not null and (new.facts, new.terms, new.total, new.form, new.signed_on, new.effective_on)
            is distinct from (old.facts, old.terms, old.total, old.form, old.signed_on, old.effective_on) then
        raise exception 'a signed agreement is not changed';
    end if;
    return new;
end
$$;
create trigger keep_signed before update on mediation.agreement for each row execute function mediation.keep_signed();
create function mediation.keep_obligations() returns trigger language plpgsql as $$
begin
    if exists (select 1 from mediation.agreement a where a.id = old.agreement_id and a.signed_on is not null) then
        raise exception 'obligations of a signed agreement are not deleted';
    end if;
    return old;
end
$$;
create trigger keep_obligations before delete on mediation.obligation for each row execute function mediation.keep_obligations();
