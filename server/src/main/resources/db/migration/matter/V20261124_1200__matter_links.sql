-- Why: troubles belong together (重复、串案、衍生、后续、重开): who said so, when and why stays, also of a link taken
-- back. A link is seen by who sees both its matters. Source: domain.md 5.6.
create table matter.link (
    id             bigint primary key,
    kind           text not null check (kind in ('DUP', 'SAME_CAUSE', 'DERIVED', 'FOLLOW_UP', 'REOPEN_OF')),
    from_matter    bigint not null references matter.matter (id),
    to_matter      bigint not null references matter.matter (id),
    reason         text not null check (length(reason) between 1 and 500),
    added_at       timestamptz not null,
    added_by       bigint,
    before         text check ((kind = 'DUP') = (before is not null)),  -- what un-merging restores, as JSON
    removed_at     timestamptz,
    removed_by     bigint,
    removal_reason text check (length(removal_reason) between 1 and 500),
    check (from_matter <> to_matter),
    check ((removed_at is null) = (removal_reason is null))
);
create unique index link_once on matter.link (from_matter, to_matter, kind) where removed_at is null;
create index link_to on matter.link (to_matter) where removed_at is null;
-- A matter is the duplicate of one master at a time.
create unique index link_one_master on matter.link (from_matter) where kind = 'DUP' and removed_at is null;

grant select, insert, update (removed_at, removed_by, removal_reason) on matter.link to hejie_app;
alter table matter.link enable row level security;
create policy seen on matter.link for select to hejie_app
    using (exists (select 1 from matter.matter m where m.id = from_matter)
           and exists (select 1 from matter.matter m where m.id = to_matter));
create policy written on matter.link for insert to hejie_app
    with check (exists (select 1 from matter.matter m where m.id = from_matter)
                and exists (select 1 from matter.matter m where m.id = to_matter));
create policy changed on matter.link for update to hejie_app
    using (exists (select 1 from matter.matter m where m.id = from_matter)
           and exists (select 1 from matter.matter m where m.id = to_matter));
