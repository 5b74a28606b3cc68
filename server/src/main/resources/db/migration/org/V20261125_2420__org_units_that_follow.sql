-- Why: units are merged, split and renamed, and their ledgers must not be lost (docs/adr/0033). An ended unit stays, its
-- matters stay counted under it, and whoever works at a successor reaches them.
create table org.unit_succession (
    predecessor bigint not null references org.unit (id),
    successor   bigint not null references org.unit (id),
    since       date not null,
    made_at     timestamptz not null,
    primary key (predecessor, successor),
    check (predecessor <> successor)
);
create index unit_succession_by_successor on org.unit_succession (successor);
grant select, insert on org.unit_succession to hejie_app;

create table org.unit_name (
    unit       bigint not null references org.unit (id),
    valid_from date not null,
    name       text not null check (length(name) between 1 and 60),
    name_en    text check (length(name_en) <= 120),
    changed_by bigint references org.staff (id),
    changed_at timestamptz not null,
    primary key (unit, valid_from)
);
comment on table org.unit_name is 'Names from a day on; before the first of them the name in org.unit holds';
grant select, insert, update on org.unit_name to hejie_app;

create trigger marks_changes after insert or update or delete or truncate on org.unit_succession
    for each statement execute function shared.mark_reference('org');
create trigger marks_changes after insert or update or delete or truncate on org.unit_name
    for each statement execute function shared.mark_reference('org');
