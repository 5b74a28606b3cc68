-- Why: 联合会商 is more than a step of a matter: units are called, come or not, say what they think, take tasks with
-- a day; the record is signed and from then on only added to. Source: domain.md 5.2 (吹哨报到), 4.1 (晨会).
create schema joint;
grant usage on schema joint to hejie_app;

create table joint.session (
    id             bigint primary key,
    matter_id      bigint not null references matter.matter (id),
    reason         text not null check (length(reason) between 1 and 1000),
    meets_at       timestamptz not null,
    place          text not null check (length(place) between 1 and 200),
    called_at      timestamptz not null,
    called_by      bigint not null,
    called_unit    bigint not null,
    state          text not null check (state in ('CALLED', 'HELD', 'CANCELLED')),
    cancelled_why  text check (length(cancelled_why) between 1 and 1000),
    minutes        text not null default '' check (length(minutes) <= 20000),
    signed_at      timestamptz,
    signed_by      bigint,
    version        int not null,
    check ((state = 'CANCELLED') = (cancelled_why is not null)),
    check ((signed_at is null) = (signed_by is null))
);
create index session_by_matter on joint.session (matter_id, id desc);
create index session_by_time on joint.session (meets_at desc, id desc);

create table joint.call (
    session_id   bigint not null references joint.session (id),
    unit_id      bigint not null,
    answer       text check (answer in ('WILL_COME', 'SUBSTITUTE', 'CANNOT')),
    answer_note  text check (length(answer_note) between 1 and 500),
    answered_at  timestamptz,
    answered_by  bigint,
    came         boolean,
    attendee     text check (length(attendee) between 1 and 100),
    arrived_at   timestamptz,
    marked_by    bigint,
    primary key (session_id, unit_id),
    check ((answer is null) = (answered_at is null)),
    check ((came is null) = (marked_by is null)),
    check (came is not true or (attendee is not null and arrived_at is not null))
);
create index call_by_unit on joint.call (unit_id, session_id desc);

create table joint.opinion (
    id          bigint primary key,
    session_id  bigint not null references joint.session (id),
    unit_id     bigint not null,
    text        text not null check (length(text) between 1 and 4000),
    dissents    boolean not null,
    recorded_at timestamptz not null,
    recorded_by bigint not null
);
create index opinion_of_session on joint.opinion (session_id, id);

-- What is added to signed minutes.
create table joint.addendum (
    id         bigint primary key,
    session_id bigint references joint.session (id),
    meeting_id bigint,
    text       text not null check (length(text) between 1 and 4000),
    added_at   timestamptz not null,
    added_by   bigint not null,
    check ((session_id is null) <> (meeting_id is null))
);
create index addendum_of on joint.addendum (session_id, meeting_id, id);

-- A morning meeting of a centre; its lists are frozen as ids when it begins.
create table joint.meeting (
    id         bigint primary key,
    unit_id    bigint not null,
    held_on    date not null,
    started_at timestamptz not null,
    started_by bigint not null,
    minutes    text not null default '' check (length(minutes) <= 20000),
    signed_at  timestamptz,
    signed_by  bigint,
    version    int not null,
    visible_to bigint[] not null,
    unique (unit_id, held_on),
    check ((signed_at is null) = (signed_by is null))
);
alter table joint.addendum add foreign key (meeting_id) references joint.meeting (id);

create table joint.meeting_item (
    meeting_id bigint not null references joint.meeting (id),
    list       text not null check (list in ('RED', 'OVERDUE', 'SECOND_RETURN', 'SESSION')),
    position   int not null,
    matter_id  bigint not null references matter.matter (id),
    session_id bigint references joint.session (id),
    status     text not null,
    due_at     timestamptz,
    lead_unit  bigint,
    primary key (meeting_id, list, position)
);

create table joint.task (
    id          bigint primary key,
    matter_id   bigint not null references matter.matter (id),
    session_id  bigint references joint.session (id),
    meeting_id  bigint references joint.meeting (id),
    unit_id     bigint not null,
    responsible text check (length(responsible) between 1 and 100),
    text        text not null check (length(text) between 1 and 1000),
    due_at      timestamptz not null,
    limit_text  text,
    set_at      timestamptz not null,
    set_by      bigint not null,
    state       text not null check (state in ('OPEN', 'DONE', 'RETURNED')),
    answer      text check (length(answer) between 1 and 4000),
    answered_at timestamptz,
    answered_by bigint,
    version     int not null,
    visible_to  bigint[] not null,
    check ((session_id is null) <> (meeting_id is null)),
    check ((state = 'OPEN') = (answered_at is null)),
    check ((answer is null) = (answered_at is null))
);
create index task_open on joint.task (due_at, id) where state = 'OPEN';
create index task_by_unit on joint.task (unit_id, due_at, id);
create index task_of_session on joint.task (session_id, id) where session_id is not null;
create index task_of_meeting on joint.task (meeting_id, id) where meeting_id is not null;

alter table joint.session enable row level security;
create policy seen on joint.session to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
alter table joint.meeting enable row level security;
create policy seen on joint.meeting to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table joint.task enable row level security;
create policy seen on joint.task to hejie_app
    using (visible_to && (select shared.scope_keys()) and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
do $$
declare
    child text;
begin
    foreach child in array array['call', 'opinion'] loop
        execute format('alter table joint.%I enable row level security', child);
        execute format('create policy seen on joint.%I to hejie_app
            using (exists (select 1 from joint.session s where s.id = session_id))
            with check (exists (select 1 from joint.session s where s.id = session_id))', child);
    end loop;
end
$$;
alter table joint.addendum enable row level security;
create policy seen on joint.addendum to hejie_app
    using (exists (select 1 from joint.session s where s.id = session_id) or exists (select 1 from joint.meeting g where g.id = meeting_id))
    with check (exists (select 1 from joint.session s where s.id = session_id) or exists (select 1 from joint.meeting g where g.id = meeting_id));
alter table joint.meeting_item enable row level security;
create policy seen on joint.meeting_item to hejie_app
    using (exists (select 1 from joint.meeting g where g.id = meeting_id)
           and exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from joint.meeting g where g.id = meeting_id));

grant select, insert on joint.session, joint.call, joint.opinion, joint.addendum, joint.meeting, joint.meeting_item, joint.task
    to hejie_app;
grant update (state, cancelled_why, minutes, signed_at, signed_by, version) on joint.session to hejie_app;
grant update (answer, answer_note, answered_at, answered_by, came, attendee, arrived_at, marked_by) on joint.call to hejie_app;
grant update (minutes, signed_at, signed_by, version) on joint.meeting to hejie_app;
grant update (responsible, state, answer, answered_at, answered_by, version) on joint.task to hejie_app;

-- Signed minutes are frozen: what is wrong in them is corrected by an addendum.
create function joint.keep_signed() returns trigger language plpgsql as $$
begin
    if old.signed_at is not null and (new.minutes is distinct from old.minutes or new.signed_at is distinct from old.signed_at
            or new.signed_by is distinct from old.signed_by) then
        raise exception 'signed minutes are not changed';
    end if;
    return new;
end
$$;
create trigger keep_signed before update on joint.session for each row execute function joint.keep_signed();
create trigger keep_signed before update on joint.meeting for each row execute function joint.keep_signed();
