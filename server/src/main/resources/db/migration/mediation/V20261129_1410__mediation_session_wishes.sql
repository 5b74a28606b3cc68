-- Why: who follows the matter by its code says there whether a session suits, or asks for another time; the mediator decides.
-- Source: People's Mediation Law art. 19 (parties choose how), domain.md §2.3. No words of residents are kept here.
create table mediation.session_wish (
    id          bigint primary key,
    session_id  bigint not null references mediation.session (id),
    answer      text not null check (answer in ('SUITS', 'MOVE')),
    proposed_at timestamptz,
    reason      text check (reason in ('WORK', 'HEALTH', 'FAMILY', 'TRAVEL', 'OTHER')),
    said_at     timestamptz not null,
    decision    text check (decision in ('MOVED', 'KEPT', 'TAKEN_BACK')),
    decided_at  timestamptz,
    decided_by  bigint,
    moved_to    bigint references mediation.session (id),
    check ((answer = 'MOVE') = (proposed_at is not null) and (proposed_at is null) = (reason is null)),
    check ((decision is null) = (decided_at is null)),
    check ((decision = 'MOVED') = (moved_to is not null) or decision is null)
);
create index session_wish_of on mediation.session_wish (session_id, id desc);
create unique index one_open_wish on mediation.session_wish (session_id) where answer = 'MOVE' and decision is null;

alter table mediation.session_wish enable row level security;
create policy seen on mediation.session_wish to hejie_app
    using (exists (select 1 from mediation.session s where s.id = session_id))
    with check (exists (select 1 from mediation.session s where s.id = session_id));
grant select, insert on mediation.session_wish to hejie_app;
grant update (decision, decided_at, decided_by, moved_to) on mediation.session_wish to hejie_app;
