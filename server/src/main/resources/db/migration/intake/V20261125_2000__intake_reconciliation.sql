-- Why: what a line says it sent is held against what came, day by day, and a named person signs for it; whatever comes
-- later makes a new revision and leaves the signed one as it was (docs/adr/0061).

-- What a line says it sent on a day. The newest of a day is in force; the others stay.
create table intake.line_statement (
    id         bigint primary key,
    line       smallint not null check (line between 1 and 8),
    day        date not null,             -- Asia/Shanghai
    said_count int not null check (said_count between 0 and 100000),
    numbers    text[],                    -- outside numbers; null where only the count was said
    source     text not null check (source in ('TYPED', 'FILE', 'API')),
    said_by    bigint not null,           -- staff id, or the API client's
    said_at    timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0)
);
create index line_statement_by_day on intake.line_statement (line, day, id desc);

-- What was turned away at the door, or came a second time alike. Numbers and codes, never what was told.
create table intake.turned_away (
    line       smallint not null check (line between 1 and 8),
    day        date not null,
    kind       text not null check (kind in ('REFUSED', 'REPEATED')),
    outside_no text not null check (length(outside_no) <= 100), -- empty where none was given
    codes      text[] not null,           -- path and code of what could not be taken
    times      int not null default 1,
    last_at    timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0),
    primary key (line, day, kind, outside_no)
);
create index turned_away_by_number on intake.turned_away (line, outside_no) where kind = 'REFUSED';

-- Missing numbers that a person has asked the line for again.
create table intake.asked_again (
    id         bigint primary key,
    line       smallint not null check (line between 1 and 8),
    day        date not null,
    outside_no text not null check (length(outside_no) between 1 and 100),
    asked_by   bigint not null,
    asked_at   timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0)
);
create index asked_again_by_day on intake.asked_again (line, day, outside_no);

-- A day of a line as a person has signed for it.
create table intake.line_sheet (
    id         bigint primary key,
    line       smallint not null check (line between 1 and 8),
    day        date not null,
    revision   int not null check (revision > 0),
    said       int,                       -- null: the line has not said
    received   int not null,
    refused    int not null,
    waiting    int not null,
    merged     int not null,
    late       int not null,
    missing    int not null,
    repeated   int not null,
    asked      int not null,
    unannounced int not null,
    note       text check (length(note) between 1 and 200),
    signed_by  bigint not null,
    signed_at  timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0),
    unique (line, day, revision),
    constraint gap_signed_with_a_word check (missing = 0 or note is not null)
);

create table intake.line_sheet_row (
    sheet_id      bigint not null references intake.line_sheet,
    no            int not null,
    kind          text not null,
    outside_no    text not null,
    submission_id bigint,
    matter_id     bigint,
    matter_code   text,
    came_at       timestamptz,
    times         int not null,
    codes         text[] not null,
    asked_at      timestamptz,
    primary key (sheet_id, no)
);

-- What has been told of a day already: a gap, or a change behind a signature. Told once each.
create table intake.line_alert (
    id         bigint primary key,
    line       smallint not null check (line between 1 and 8),
    day        date not null,
    kind       text not null check (kind in ('GAP', 'CHANGED')),
    figures    text not null,             -- the figures it was told of
    told_at    timestamptz not null,
    visible_to bigint[] not null check (cardinality(visible_to) > 0),
    unique (line, day, kind, figures)
);

-- Lines whose numbers run on by one, and how many digits at their end do.
create table intake.running_number (
    line   smallint primary key check (line between 1 and 8),
    digits int not null check (digits between 2 and 9),
    set_by bigint not null,
    set_at timestamptz not null
);

alter table intake.line_statement enable row level security;
create policy statement_in_scope on intake.line_statement to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table intake.turned_away enable row level security;
create policy turned_away_in_scope on intake.turned_away to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table intake.asked_again enable row level security;
create policy asked_in_scope on intake.asked_again to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table intake.line_sheet enable row level security;
create policy sheet_in_scope on intake.line_sheet to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table intake.line_alert enable row level security;
create policy alert_in_scope on intake.line_alert to hejie_app
    using (visible_to && (select shared.scope_keys())) with check (visible_to && (select shared.scope_keys()));
alter table intake.line_sheet_row enable row level security;
create policy sheet_row_seen on intake.line_sheet_row for select to hejie_app
    using (exists (select 1 from intake.line_sheet s where s.id = sheet_id));
create policy sheet_row_written on intake.line_sheet_row for insert to hejie_app
    with check (cardinality((select shared.scope_keys())) > 0);

grant select, insert on intake.line_statement, intake.asked_again, intake.line_sheet, intake.line_sheet_row,
    intake.line_alert, intake.turned_away to hejie_app;
grant update (times, last_at, codes) on intake.turned_away to hejie_app;
grant select, insert, update, delete on intake.running_number to hejie_app;
