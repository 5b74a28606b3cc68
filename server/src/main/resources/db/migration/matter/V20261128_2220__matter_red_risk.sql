-- Why: nothing could set a matter to red risk, and a risk check that was required could not be kept. One row for each time
-- a person raised a matter to red (domain.md 5.5): raising is one person's, lowering takes two and a reason. What is a
-- matter's level now stands in the matter; who, when and why stands here and in its events.
create table matter.red_mark (
    id           bigint primary key,
    matter_id    bigint not null references matter.matter (id),
    ground       text not null check (ground in ('THREAT', 'WEAPON_OR_STALKING', 'VIOLENCE_OR_MINOR', 'MANY_PEOPLE', 'OTHER')),
    reason       text not null check (length(reason) between 1 and 1000),
    raised_at    timestamptz not null,
    raised_by    bigint not null,
    asked_at     timestamptz,
    asked_by     bigint,
    asked_reason text check (length(asked_reason) between 1 and 1000),
    lowered_at   timestamptz,
    lowered_by   bigint,
    check ((asked_at is null) = (asked_by is null) and (asked_at is null) = (asked_reason is null)),
    check ((lowered_at is null) = (lowered_by is null)),
    check (lowered_at is null or asked_at is not null),
    check (lowered_by is distinct from asked_by or lowered_by is null)
);
create unique index red_mark_standing on matter.red_mark (matter_id) where lowered_at is null;
create index red_mark_by_matter on matter.red_mark (matter_id, id desc);
create index red_mark_newest on matter.red_mark (raised_at) where lowered_at is null;

alter table matter.red_mark enable row level security;
create policy seen on matter.red_mark to hejie_app
    using (exists (select 1 from matter.matter m where m.id = matter_id))
    with check (exists (select 1 from matter.matter m where m.id = matter_id));
grant select, insert on matter.red_mark to hejie_app;
grant update (asked_at, asked_by, asked_reason, lowered_at, lowered_by) on matter.red_mark to hejie_app;
