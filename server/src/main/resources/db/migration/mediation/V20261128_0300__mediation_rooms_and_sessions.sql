-- Why: 22 function rooms, of which none is given twice at the same instant; what is said back to back stays with the mediator.
-- Source: domain.md §1 no. 9 (22 function rooms), §2.3 (mediation record), §5.7 (two doors for unsafe pairs).
create extension if not exists btree_gist;

create table mediation.room (
    id        int primary key,
    name      text not null,
    name_en   text not null,
    kind      text not null check (kind in ('MEDIATION', 'HEARING', 'COUNSELLING', 'TALK', 'VIDEO')),
    capacity  int not null check (capacity > 0),
    two_doors boolean not null,
    recorder  boolean not null
);
insert into mediation.room
select n, '调解室' || n, 'Mediation room ' || n, 'MEDIATION', case when n <= 4 then 12 else 8 end, n in (1, 2, 7), n <= 8
  from generate_series(1, 12) n
union all
select 12 + n, '听证室' || n, 'Hearing room ' || n, 'HEARING', 30, true, true from generate_series(1, 2) n
union all
select 14 + n, '心理咨询室' || n, 'Counselling room ' || n, 'COUNSELLING', 4, true, false from generate_series(1, 2) n
union all
select 16 + n, '约谈室' || n, 'Talk room ' || n, 'TALK', 6, n = 1, true from generate_series(1, 3) n
union all
select 19 + n, '视频调解室' || n, 'Video room ' || n, 'VIDEO', 6, false, true from generate_series(1, 3) n;

create table mediation.session (
    id           bigint primary key,
    mediation_id bigint not null references mediation.mediation (id),
    number       int not null,
    kind         text not null check (kind in ('JOINT', 'PRIVATE', 'SITE', 'REMOTE')),
    party_id     bigint,
    staff_id     bigint not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    room_id      int references mediation.room (id),
    place        text check (length(place) between 1 and 300),
    state        text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
    why          text check (length(why) between 1 and 1000),
    result       text check (result in ('AGREED', 'ADJOURNED', 'NOT_AGREED')),
    read_back_at timestamptz,
    kept_by      bigint,
    version      int not null,
    unique (mediation_id, number),
    check (ends_at > starts_at),
    check ((kind = 'PRIVATE') = (party_id is not null)),
    check ((read_back_at is null) = (result is null)),
    constraint room_taken exclude using gist (room_id with =, tstzrange(starts_at, ends_at) with &&)
        where (room_id is not null and state <> 'CANCELLED'),
    constraint mediator_taken exclude using gist (staff_id with =, tstzrange(starts_at, ends_at) with &&)
        where (state <> 'CANCELLED')
);
create index session_of_staff on mediation.session (staff_id, starts_at);
create index session_by_start on mediation.session (starts_at, id);

create table mediation.invitation (
    session_id bigint not null references mediation.session (id),
    party_id   bigint not null,
    invited_at timestamptz not null,
    answer     text check (answer in ('WILL_COME', 'CANNOT')),
    came       boolean,
    primary key (session_id, party_id)
);

create table mediation.minute (
    session_id bigint not null references mediation.session (id),
    position   int not null,
    speaker    text not null check (speaker in ('MEDIATOR', 'PARTY', 'OTHER')),
    party_id   bigint,
    text       text not null check (length(text) between 1 and 4000),
    primary key (session_id, position)
);

alter table mediation.room enable row level security;
create policy seen on mediation.room for select to hejie_app using (cardinality((select shared.scope_keys())) > 0);
alter table mediation.session enable row level security;
create policy seen on mediation.session to hejie_app
    using (exists (select 1 from mediation.mediation c where c.id = mediation_id))
    with check (exists (select 1 from mediation.mediation c where c.id = mediation_id));
alter table mediation.invitation enable row level security;
create policy seen on mediation.invitation to hejie_app
    using (exists (select 1 from mediation.session s where s.id = session_id))
    with check (exists (select 1 from mediation.session s where s.id = session_id));
-- 背靠背: what was said alone is read with the mediator's own key and with no other.
alter table mediation.minute enable row level security;
create policy seen on mediation.minute to hejie_app
    using (exists (select 1 from mediation.session s where s.id = session_id
                   and (s.kind <> 'PRIVATE' or s.staff_id = any ((select shared.scope_keys())::bigint[]))))
    with check (exists (select 1 from mediation.session s where s.id = session_id
                   and (s.kind <> 'PRIVATE' or s.staff_id = any ((select shared.scope_keys())::bigint[]))));
grant select on mediation.room to hejie_app;
grant select, insert on mediation.session, mediation.invitation, mediation.minute to hejie_app;
grant update (state, why, result, read_back_at, kept_by, version) on mediation.session to hejie_app;
grant update (answer, came) on mediation.invitation to hejie_app;
grant delete on mediation.minute to hejie_app;

create function mediation.keep_read_back() returns trigger language plpgsql as $$
begin
    if exists (select 1 from mediation.session s where s.id = coalesce(new.session_id, old.session_id) and s.read_back_at is not null) then
        raise exception 'minutes read back are not changed';
    end if;
    return coalesce(new, old);
end
$$;
create trigger keep_read_back before insert or update or delete on mediation.minute
    for each row execute function mediation.keep_read_back();

-- When rooms are taken, whoever may see the matters: times, no row.
create function mediation.bookings(since timestamptz, till timestamptz) returns table (room_id int, starts_at timestamptz, ends_at timestamptz)
    language sql stable security definer set search_path = pg_catalog as $$
    select s.room_id, s.starts_at, s.ends_at from mediation.session s
     where s.room_id is not null and s.state <> 'CANCELLED' and s.starts_at < till and s.ends_at > since
     order by s.starts_at
$$;
revoke all on function mediation.bookings(timestamptz, timestamptz) from public;
grant execute on function mediation.bookings(timestamptz, timestamptz) to hejie_app;

-- 日历订阅: only the hash of the secret is kept.
create table mediation.feed (
    staff_id bigint primary key,
    hash     bytea not null unique,
    made_at  timestamptz not null
);
alter table mediation.feed enable row level security;
create policy seen on mediation.feed to hejie_app
    using (staff_id = any ((select shared.scope_keys())::bigint[])) with check (staff_id = any ((select shared.scope_keys())::bigint[]));
grant select, insert, delete on mediation.feed to hejie_app;
create function mediation.feed_of(secret bytea)
    returns table (id bigint, kind text, starts_at timestamptz, ends_at timestamptz, room text, code text, state text)
    language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.kind, s.starts_at, s.ends_at, r.name, m.code, s.state
      from mediation.feed f
      join mediation.session s on s.staff_id = f.staff_id and s.starts_at > now() - interval '60 days'
      join mediation.mediation c on c.id = s.mediation_id
      join matter.matter m on m.id = c.matter_id
      left join mediation.room r on r.id = s.room_id
     where f.hash = secret
     order by s.starts_at, s.id
$$;
create function mediation.feed_known(secret bytea) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from mediation.feed f where f.hash = secret)
$$;
revoke all on function mediation.feed_of(bytea), mediation.feed_known(bytea) from public;
grant execute on function mediation.feed_of(bytea), mediation.feed_known(bytea) to hejie_app;
