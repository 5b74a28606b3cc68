-- Why: a matter lies somewhere, and who handles it follows from there. Areas are the official divisions;
-- which centre manages an area is kept apart from them (GB/T 33200, GB/T 34300). Nothing here is about a
-- person, so there is no row-level security. Every table keeps its versions: [valid_from, valid_to).
create extension if not exists btree_gist;

create schema if not exists place;
grant usage on schema place to hejie_app;

create table place.area (
    code       text not null check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    name       text not null check (name <> ''),
    name_en    text,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    primary key (code, valid_from),
    exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table place.area is 'Official divisions, province to village, by their codes (NBS)';

create table place.grid (
    code       text not null check (code ~ '^[0-9]{15}$'),
    village    text not null generated always as (left(code, 12)) stored,
    type       text not null check (type in ('BASIC', 'DEDICATED')),
    outline    jsonb not null check (outline ->> 'type' in ('Polygon', 'MultiPolygon')),
    label_lon  double precision not null check (label_lon between -180 and 180),
    label_lat  double precision not null check (label_lat between -90 and 90),
    schematic  boolean not null,
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    primary key (code, valid_from),
    exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on column place.grid.outline is 'GeoJSON geometry, WGS 84, longitude first';
comment on column place.grid.schematic is 'Drawn for a demo county; no border to rely on';

create table place.center (
    id            text not null check (id ~ '^[0-9]{6}-[0-9]{2}$'),
    name          text not null check (name <> ''),
    name_en       text not null,
    level         text not null check (level in ('COUNTY', 'TOWN')),
    seat          text not null,
    lon           double precision not null check (lon between -180 and 180),
    lat           double precision not null check (lat between -90 and 90),
    floor_area_m2 integer check (floor_area_m2 > 0),
    valid_from    date not null,
    valid_to      date check (valid_to > valid_from),
    primary key (id, valid_from),
    exclude using gist (id with =, daterange(valid_from, valid_to) with &&)
);

create table place.jurisdiction (
    area       text not null,
    center     text not null check (center ~ '^[0-9]{6}-[0-9]{2}$'),
    custody    boolean not null,
    basis      text not null check (basis <> ''),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from),
    primary key (area, valid_from),
    -- on one day an area has one centre
    exclude using gist (area with =, daterange(valid_from, valid_to) with &&)
);

grant select, insert, update on place.area, place.grid, place.center, place.jurisdiction to hejie_app;
