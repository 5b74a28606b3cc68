-- Why: what is entered long after it was reported is told why; how long differs by place and has no source yet.
create table matter.back_entry_limit (
    valid_from date primary key,
    days       int not null check (days >= 0),  -- calendar days without a reason
    basis      text not null,
    verified   boolean not null
);
grant select on matter.back_entry_limit to hejie_app;
insert into matter.back_entry_limit (valid_from, days, basis, verified)
values ('2000-01-01', 7, '内部规定，待核实', false);
