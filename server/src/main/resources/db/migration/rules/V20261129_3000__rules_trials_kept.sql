-- Why: what a trial showed is opened down to its matters by whoever drafts and whoever approves, without a second run. Numbers and
-- the names of units, limits and categories: no row of anybody's, no scope, as with what a version keeps of its trial. The matters lie
-- beside the matters (matter.tried) and go when the trial goes. Source: docs/adr/0094.
create table rules.trial (
    id         bigint primary key,
    version_id bigint not null references rules.version (id),
    tried_by   bigint not null,
    at         timestamptz not null,
    shown      json
);
create index trial_of_version on rules.trial (version_id);
comment on column rules.trial.shown is 'Groups and sums; null only in the transaction that tries';

grant select, insert, update, delete on rules.trial to hejie_app;
