-- Why: which events a partner's system gets pushed, and up to which number of its news they have been handed to delivery
-- (docs/adr/0093). Addresses and secrets stand in notify.endpoint under the name 'partner-<id>'.
create schema partner;
grant usage on schema partner to hejie_app;

create table partner.subscription (
    id           bigint primary key,
    partner      text not null check (partner in ('COURT', 'POLICE', 'PETITION', 'PROSECUTION')),
    types        text[] not null check (cardinality(types) > 0),
    forwarded_to bigint not null check (forwarded_to >= 0),
    added_by     bigint,
    added_at     timestamptz not null,
    ended_at     timestamptz
);
comment on column partner.subscription.forwarded_to is 'Last number of referral.news that was looked at; a replay sets it back';
create index subscription_in_force on partner.subscription (partner) where ended_at is null;
grant select, insert, update (types, forwarded_to, ended_at) on partner.subscription to hejie_app;
