-- Why: function rooms come and go; one that is closed keeps its past sessions and takes no new ones.
create sequence mediation.room_number start 101;
grant usage on sequence mediation.room_number to hejie_app;
alter table mediation.room alter column id set default nextval('mediation.room_number');
alter table mediation.room add column open boolean not null default true;
alter table mediation.room add constraint room_name unique (name);
drop policy seen on mediation.room;
create policy seen on mediation.room to hejie_app
    using (cardinality((select shared.scope_keys())) > 0) with check (cardinality((select shared.scope_keys())) > 0);
grant insert, update on mediation.room to hejie_app;
