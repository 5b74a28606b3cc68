-- Why: a deadline names the state of the calendar it was reckoned with, so every state is kept. A change adds
-- rows under a new number; of each year and schedule the highest number holds. No person's data, no row scope.
create schema if not exists calendar;
grant usage on schema calendar to hejie_app;

create table calendar.change (
    number     bigint generated always as identity primary key,
    changed_at timestamptz not null
);

-- A year announced by the State Council, with the addresses of its papers. Without a row it is not announced.
create table calendar.holiday_year (
    year    integer not null check (year between 1949 and 2200),
    version bigint not null references calendar.change (number),
    papers  text[] not null check (cardinality(papers) > 0),
    primary key (year, version)
);

-- Days off and make-up workdays (调休) of such a year; the December before may hold some.
create table calendar.special_day (
    year    integer not null,
    version bigint not null,
    day     date not null check (extract(year from day) in (year, year - 1)),
    kind    text not null check (kind in ('off', 'work')),
    name    text not null check (length(name) between 1 and 40),
    primary key (year, version, day),
    foreign key (year, version) references calendar.holiday_year (year, version)
);

create table calendar.schedule (
    id      text not null check (id ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    version bigint not null references calendar.change (number),
    name    text not null check (length(name) between 1 and 80),
    primary key (id, version)
);

-- Hours open, in minutes of the day (24:00 is 1440), from a day on until the next such day of the schedule.
create table calendar.schedule_hours (
    schedule_id    text not null,
    version        bigint not null,
    effective_from date not null,
    day_kind       text not null check (day_kind in ('WORKDAY', 'SATURDAY', 'SUNDAY', 'HOLIDAY')),
    opens_minute   integer not null check (opens_minute >= 0),
    closes_minute  integer not null check (closes_minute > opens_minute and closes_minute <= 1440),
    primary key (schedule_id, version, effective_from, day_kind, opens_minute),
    foreign key (schedule_id, version) references calendar.schedule (id, version)
);

grant select, insert on calendar.change, calendar.holiday_year, calendar.special_day,
    calendar.schedule, calendar.schedule_hours to hejie_app;
