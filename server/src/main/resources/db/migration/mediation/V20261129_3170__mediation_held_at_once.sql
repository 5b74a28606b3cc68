-- Why: row-level security asked for the matter of an obligation through its agreement and its mediation, for one of a session through its mediation,
-- each time a row was read or written, and PostgreSQL prepares all of that anew for each statement. Sessions, invitations, agreements and
-- obligations now name their matter themselves; what is added must name that of what it belongs to, and nobody may change it.
alter table mediation.session add column matter_id bigint;
alter table mediation.invitation add column matter_id bigint;
alter table mediation.agreement add column matter_id bigint;
alter table mediation.obligation add column matter_id bigint;
update mediation.session s set matter_id = c.matter_id from mediation.mediation c where c.id = s.mediation_id;
update mediation.invitation i set matter_id = s.matter_id from mediation.session s where s.id = i.session_id;
update mediation.agreement a set matter_id = c.matter_id from mediation.mediation c where c.id = a.mediation_id;
update mediation.obligation o set matter_id = a.matter_id from mediation.agreement a where a.id = o.agreement_id;
do $$
declare
    one text;
    kin record;
begin
    for kin in select * from (values ('session', 'mediation', 'mediation_id'), ('invitation', 'session', 'session_id'),
                                     ('agreement', 'mediation', 'mediation_id'), ('obligation', 'agreement', 'agreement_id'))
                             k (child, parent, key) loop
        execute format('alter table mediation.%I alter column matter_id set not null', kin.child);
        execute format('drop policy seen on mediation.%I', kin.child);
        foreach one in array array['select', 'update', 'delete'] loop
            execute format('create policy %2$I on mediation.%1$I for %3$s to hejie_app using (exists (
                select from matter.matter m where m.id = %1$I.matter_id))', kin.child, 'seen_to_' || one, one);
        end loop;
        execute format('create policy seen_to_insert on mediation.%1$I for insert to hejie_app with check (exists (
            select from mediation.%2$I p where p.id = %1$I.%3$I and p.matter_id = %1$I.matter_id))', kin.child, kin.parent, kin.key);
    end loop;
end
$$;

-- Why: whoever acts on a mediation first takes its matter, then reads what he acts on; as queries these were two round trips, and
-- row-level security asked for the matter behind each row they read, four to eight times. These functions take the matter if it lies
-- in the scope, and only then read, so that they see what those they waited for have written; for one outside they answer a row of nulls.
-- None tells what minutes say, only whether there are any.
create function mediation.held(wanted bigint,
        out of_case bigint, out matter_id bigint, out of_committee bigint, out mediator_id bigint, out of_staff bigint, out case_state text,
        out end_matter bigint, out end_seq int, out end_hash bytea, out end_status text,
        out sides bigint[], out agreed bigint[], out has_agreement boolean)
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    select m.id, m.event_seq, m.head_hash, m.status into end_matter, end_seq, end_hash, end_status
      from matter.matter m
     where m.id = (select c.matter_id from mediation.mediation c where c.id = wanted) and m.visible_to && (select shared.scope_keys())
       for no key update;
    if not found then
        return;
    end if;
    select c.id, c.matter_id, c.committee_id, c.mediator_id, c.staff_id, c.state, s.sides, s.agreed,
           exists (select from mediation.agreement a where a.mediation_id = c.id and a.in_force)
      into of_case, matter_id, of_committee, mediator_id, of_staff, case_state, sides, agreed, has_agreement
      from mediation.mediation c
      cross join lateral (
          select array_agg(p.party_id order by p.role, p.party_id) as sides,
                 array_agg(p.party_id) filter (where (select k.answer from mediation.consent k
                                                       where k.mediation_id = c.id and k.party_id = p.party_id
                                                       order by k.id desc limit 1) = 'AGREED') as agreed
            from matter.party_role p
           where p.matter_id = c.matter_id and p.role in ('APPLICANT', 'RESPONDENT')) s
     where c.id = wanted;
end
$$;

create function mediation.session_held(wanted bigint,
        out id bigint, out kind text, out party_id bigint, out staff_id bigint, out state text, out read_back_at timestamptz, out kept_by bigint,
        out why text, out version int, out starts_at timestamptz,
        out of_case bigint, out matter_id bigint, out of_committee bigint, out mediator_id bigint, out of_staff bigint, out case_state text,
        out end_matter bigint, out end_seq int, out end_hash bytea, out end_status text,
        out invited bigint[], out marked boolean, out came_sides int, out recorded boolean)
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    select m.id, m.event_seq, m.head_hash, m.status into end_matter, end_seq, end_hash, end_status
      from matter.matter m
     where m.id = (select s.matter_id from mediation.session s where s.id = wanted)
       and m.visible_to && (select shared.scope_keys())
       for no key update;
    if not found then
        return;
    end if;
    select s.id, s.kind, s.party_id, s.staff_id, s.state, s.read_back_at, s.kept_by, s.why, s.version, s.starts_at,
           c.id, c.matter_id, c.committee_id, c.mediator_id, c.staff_id, c.state,
           i.invited, i.marked, i.came_sides, exists (select from mediation.minute n where n.session_id = s.id)
      into id, kind, party_id, staff_id, state, read_back_at, kept_by, why, version, starts_at,
           of_case, matter_id, of_committee, mediator_id, of_staff, case_state,
           invited, marked, came_sides, recorded
      from mediation.session s
      join mediation.mediation c on c.id = s.mediation_id
      cross join lateral (
          select array_agg(distinct v.party_id) as invited, coalesce(bool_and(v.came is not null), true) as marked,
                 count(distinct p.role) filter (where v.came) as came_sides
            from mediation.invitation v
            left join matter.party_role p on p.matter_id = c.matter_id and p.party_id = v.party_id and p.role in ('APPLICANT', 'RESPONDENT')
           where v.session_id = s.id) i
     where s.id = wanted;
end
$$;

create function mediation.agreement_held(wanted bigint,
        out id bigint, out form text, out state text, out facts text, out terms text, out signed_on date, out effective_on date,
        out document_id bigint, out void_why text, out committee_id bigint, out version int, out committee_name text,
        out category text, out code text, out title text,
        out of_case bigint, out matter_id bigint, out of_committee bigint, out mediator_id bigint, out of_staff bigint, out case_state text,
        out end_matter bigint, out end_seq int, out end_hash bytea, out end_status text,
        out positions int[], out statuses text[], out dues date[], out planned boolean)
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    select m.id, m.event_seq, m.head_hash, m.status, m.category, m.code, m.title
      into end_matter, end_seq, end_hash, end_status, category, code, title
      from matter.matter m
     where m.id = (select a.matter_id from mediation.agreement a where a.id = wanted)
       and m.visible_to && (select shared.scope_keys())
       for no key update;
    if not found then
        return;
    end if;
    select a.id, a.form, a.state, a.facts, a.terms, a.signed_on, a.effective_on, a.document_id, a.void_why, a.committee_id, a.version, k.name,
           c.id, c.matter_id, c.committee_id, c.mediator_id, c.staff_id, c.state, o.positions, o.statuses, o.dues,
           exists (select from mediation.session s where s.mediation_id = c.id and s.state = 'PLANNED')
      into id, form, state, facts, terms, signed_on, effective_on, document_id, void_why, committee_id, version, committee_name,
           of_case, matter_id, of_committee, mediator_id, of_staff, case_state, positions, statuses, dues, planned
      from mediation.agreement a
      join mediation.mediation c on c.id = a.mediation_id
      join mediation.committee k on k.id = a.committee_id
      cross join lateral (
          select array_agg(b.position order by b.position) as positions, array_agg(b.status order by b.position) as statuses,
                 array_agg(b.due_on order by b.position) as dues
            from mediation.obligation b
           where b.agreement_id = a.id) o
     where a.id = wanted;
end
$$;
revoke execute on function mediation.held(bigint), mediation.session_held(bigint), mediation.agreement_held(bigint) from public;
grant execute on function mediation.held(bigint), mediation.session_held(bigint), mediation.agreement_held(bigint) to hejie_app;

-- Why: a state in the condition of an index makes every change of it write all indexes of its row anew. Whether a session takes its room
-- and its mediator, and whether an agreement is in force, seldom changes; and there is room in the page for the next version of a row.
alter table mediation.session
    add column taken boolean not null generated always as (state <> 'CANCELLED') stored,
    drop constraint room_taken,
    drop constraint mediator_taken,
    set (fillfactor = 75);
alter table mediation.session
    add constraint room_taken exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&) where (room_id is not null and taken),
    add constraint mediator_taken exclude using gist (staff_id with =, tstzrange(starts_at, ends_at) with &&) where (taken);
alter table mediation.agreement
    add column in_force boolean not null generated always as (state <> 'VOID') stored,
    set (fillfactor = 75);
drop index mediation.one_agreement;
create unique index one_agreement on mediation.agreement (mediation_id) where in_force;
alter table mediation.invitation set (fillfactor = 80);
