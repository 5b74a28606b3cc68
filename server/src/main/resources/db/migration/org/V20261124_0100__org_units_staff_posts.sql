-- Why: who may see a matter follows from where it lies and who works on it, so units come before matters.
-- A unit's number and a staff number are the keys that business rows carry (row-level security).
-- These tables say who works where; they are reference data without a row scope. Passwords and tokens lie apart.
create schema if not exists org;
grant usage on schema org to hejie_app;

create table org.unit (
    id         bigint primary key check (id > 0),
    code       text not null unique check (code ~ '^[0-9a-z][0-9a-z-]{0,39}$'),
    name       text not null check (name <> ''),
    name_en    text,
    kind       text not null check (kind in ('COUNTY', 'COUNTY_CENTER', 'TOWN_CENTER', 'VILLAGE', 'GRID',
                                             'DEPARTMENT', 'STATIONED_AGENCY', 'COMMITTEE')),
    parent     bigint references org.unit (id),
    schedule   text not null check (schedule <> ''),
    area_code  text,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    -- a village's parent is the centre that manages its town on the day: place.jurisdiction tells it, not this table
    check ((parent is null) = (kind in ('COUNTY', 'VILLAGE')))
);
create unique index unit_one_county on org.unit (kind) where kind = 'COUNTY';
create index unit_by_parent on org.unit (parent);

create table org.unit_line (
    line smallint primary key check (line between 1 and 8),
    unit bigint not null references org.unit (id)
);
comment on table org.unit_line is 'The unit that stands for a source line and may see what came by it';

create table org.staff (
    id             bigint primary key check (id > 0),
    username       text not null check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name   text not null check (length(display_name) between 1 and 40),
    home_unit      bigint references org.unit (id),
    created_at     timestamptz not null,
    deactivated_at timestamptz,
    unique (username)
);
create index staff_by_home_unit on org.staff (home_unit);

create table org.post (
    id         bigint primary key check (id > 0),
    staff      bigint not null references org.staff (id),
    role       text not null check (role ~ '^[A-Z_]+$'),
    unit       bigint not null references org.unit (id),
    scope_unit bigint references org.unit (id),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    granted_by bigint references org.staff (id),
    granted_at timestamptz not null,
    -- two persons: nobody gives himself a post
    check (granted_by is distinct from staff),
    -- the three administrators hold no key to business rows (GB/T 22239-2019, 8.1.4, to be verified)
    check (scope_unit is null or role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'))
);
create index post_by_staff on org.post (staff);
create index post_by_unit on org.post (unit);
comment on column org.post.granted_by is 'Null for the first administrator, made with the setup token, and for demo posts';

create table org.leave_cover (
    id       bigint primary key check (id > 0),
    post     bigint not null references org.post (id),
    cover    bigint not null references org.staff (id),
    from_on  date not null,
    until_on date not null check (until_on >= from_on),
    reason   text not null check (length(reason) between 1 and 200),
    made_by  bigint not null references org.staff (id),
    made_at  timestamptz not null,
    ended_at timestamptz,
    check (made_by <> cover)
);
create index leave_cover_by_cover on org.leave_cover (cover);
create index leave_cover_by_post on org.leave_cover (post);
comment on column org.leave_cover.until_on is 'Last day of the cover, Asia/Shanghai';

grant select, insert, update on org.unit, org.unit_line, org.staff, org.post, org.leave_cover to hejie_app;
