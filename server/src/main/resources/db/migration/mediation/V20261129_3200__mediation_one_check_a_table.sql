-- Why: PostgreSQL reads and plans each check of a table anew in every statement that writes it. A mediation from opening to its last
-- payment writes its session, its agreement and their obligations a dozen times, with seven or eight checks each: 7.6 % of PostgreSQL's
-- samples, half of it for reading their texts. One function a table, planned once by a session, asks the same, names the column and shows
-- nothing of the row (ADR 96).
create function mediation.refused(tab text, wrong text) returns boolean
    language plpgsql immutable parallel safe set search_path = pg_catalog
as $$
begin
    raise check_violation using message = format('the %s of a row of mediation.%s is not what it may be', wrong, tab),
        schema = 'mediation', table = tab, column = wrong, constraint = format('%s_%s_check', tab, wrong);
end
$$;

create function mediation.mediation_checked(origin text, state text, ended_at timestamptz, ended_why text, mediator_id bigint, staff_id bigint)
        returns boolean
    language plpgsql immutable parallel safe set search_path = pg_catalog
as $$
declare
    wrong text := case
        when origin not in ('APPLIED', 'OFFERED', 'COURT', 'POLICE', 'PETITION', 'PROSECUTION') then 'origin'
        when state not in ('OPEN', 'AGREED', 'FAILED', 'STOPPED', 'WITHDRAWN') then 'state'
        when (state = 'OPEN') <> (ended_at is null) then 'ended_at'
        when length(ended_why) not between 1 and 1000 then 'ended_why'
        when (mediator_id is null) <> (staff_id is null) then 'staff_id'
    end;
begin
    return case when wrong is null then true else mediation.refused('mediation', wrong) end;
end
$$;

create function mediation.session_checked(kind text, party_id bigint, starts_at timestamptz, ends_at timestamptz, place text, state text,
        why text, result text, read_back_at timestamptz) returns boolean
    language plpgsql immutable parallel safe set search_path = pg_catalog
as $$
declare
    wrong text := case
        when kind not in ('JOINT', 'PRIVATE', 'SITE', 'REMOTE') then 'kind'
        when (kind = 'PRIVATE') <> (party_id is not null) then 'party_id'
        when ends_at <= starts_at then 'ends_at'
        when length(place) not between 1 and 300 then 'place'
        when state not in ('PLANNED', 'HELD', 'CANCELLED') then 'state'
        when length(why) not between 1 and 1000 then 'why'
        when result not in ('AGREED', 'ADJOURNED', 'NOT_AGREED') then 'result'
        when (read_back_at is null) <> (result is null) then 'read_back_at'
    end;
begin
    return case when wrong is null then true else mediation.refused('session', wrong) end;
end
$$;

create function mediation.agreement_checked(form text, state text, facts text, terms text, total numeric, signed_on date, void_why text)
        returns boolean
    language plpgsql immutable parallel safe set search_path = pg_catalog
as $$
declare
    wrong text := case
        when form not in ('WRITTEN', 'ORAL') then 'form'
        when state not in ('DRAFT', 'SIGNED', 'PERFORMED', 'VOID') then 'state'
        when length(facts) not between 1 and 4000 then 'facts'
        when length(terms) not between 1 and 8000 then 'terms'
        when total <= 0 then 'total'
        when (state in ('SIGNED', 'PERFORMED')) <> (signed_on is not null) then 'signed_on'
        when length(void_why) not between 1 and 1000 or (state = 'VOID') <> (void_why is not null) then 'void_why'
    end;
begin
    return case when wrong is null then true else mediation.refused('agreement', wrong) end;
end
$$;

create function mediation.obligation_checked(obligor bigint, obligee bigint, kind text, amount numeric, method text, status text,
        performed_on date) returns boolean
    language plpgsql immutable parallel safe set search_path = pg_catalog
as $$
declare
    wrong text := case
        when obligor = obligee then 'obligee'
        when kind not in ('PAY', 'ACT', 'REFRAIN', 'DELIVER') then 'kind'
        when amount <= 0 or (kind = 'PAY') <> (amount is not null) then 'amount'
        when length(method) not between 1 and 500 then 'method'
        when status not in ('DUE', 'PERFORMED', 'DEFAULTED') then 'status'
        when (status = 'PERFORMED') <> (performed_on is not null) then 'performed_on'
    end;
begin
    return case when wrong is null then true else mediation.refused('obligation', wrong) end;
end
$$;

alter table mediation.mediation
    add constraint mediation_checked check (mediation.mediation_checked(origin, state, ended_at, ended_why, mediator_id, staff_id)),
    drop constraint mediation_check,
    drop constraint mediation_check1,
    drop constraint mediation_ended_why_check,
    drop constraint mediation_origin_check,
    drop constraint mediation_state_check;
alter table mediation.session
    add constraint session_checked
        check (mediation.session_checked(kind, party_id, starts_at, ends_at, place, state, why, result, read_back_at)),
    drop constraint session_check,
    drop constraint session_check1,
    drop constraint session_check2,
    drop constraint session_kind_check,
    drop constraint session_place_check,
    drop constraint session_result_check,
    drop constraint session_state_check,
    drop constraint session_why_check;
alter table mediation.agreement
    add constraint agreement_checked check (mediation.agreement_checked(form, state, facts, terms, total, signed_on, void_why)),
    drop constraint agreement_check,
    drop constraint agreement_check1,
    drop constraint agreement_facts_check,
    drop constraint agreement_form_check,
    drop constraint agreement_state_check,
    drop constraint agreement_terms_check,
    drop constraint agreement_total_check,
    drop constraint agreement_void_why_check;
alter table mediation.obligation
    add constraint obligation_checked check (mediation.obligation_checked(obligor, obligee, kind, amount, method, status, performed_on)),
    drop constraint obligation_amount_check,
    drop constraint obligation_check,
    drop constraint obligation_check1,
    drop constraint obligation_check2,
    drop constraint obligation_kind_check,
    drop constraint obligation_method_check,
    drop constraint obligation_status_check;
