-- Why: a line that sent something is told what becomes of it; which statuses it is told differs by line and place.
create table intake.answered_status (
    line     smallint not null check (line between 1 and 8),
    status   text not null,
    basis    text not null,
    verified boolean not null,
    primary key (line, status)
);
grant select, insert, delete on intake.answered_status to hejie_app;
insert into intake.answered_status (line, status, basis, verified)
select line, status, '本系统的规定，待核实', false
  from generate_series(1, 8) line,
       unnest(array['ACCEPTED', 'REJECTED', 'GUIDED', 'ASSIGNED', 'IN_PROGRESS', 'SUSPENDED', 'CLOSED', 'REOPENED',
                    'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED']) status;
