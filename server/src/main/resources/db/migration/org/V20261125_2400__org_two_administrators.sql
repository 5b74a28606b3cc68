-- Why: no administrator alone may come to read a case (三员分立: GB/T 22239-2019, 8.1.4, to be verified). What opens
-- cases to somebody is asked for by the system administrator and approved by the security administrator, and the
-- three administrators are three people, none of whom works on cases.
create extension if not exists btree_gist;

alter table org.post add column class text not null
    generated always as (case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then role else 'CASES' end) stored;
comment on column org.post.class is 'A person holds posts of one class at a time: cases, or one of the three administrators';

-- An installation of before has a first administrator who is both: he stays system administrator, the other post ends
-- today, and at the next start a token is printed for the post that nobody holds.
alter table org.post add column mixed boolean not null default false;
comment on column org.post.mixed is 'Held beside a post of another class before that was forbidden';
update org.post one set mixed = true
 where exists (select from org.post other
                where other.staff = one.staff and other.class <> one.class
                  and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to));
update org.post set valid_to = greatest(current_date, valid_from + 1)
 where mixed and class in ('SECURITY_ADMIN', 'AUDIT_ADMIN') and (valid_to is null or valid_to > current_date);
alter table org.post add constraint post_of_one_class
    exclude using gist (staff with =, class with <>, daterange(valid_from, valid_to) with &&) where (not mixed);

create table org.grant_request (
    id          bigint primary key,
    kind        text not null check (kind in ('POST', 'HANDOVER', 'COVER', 'CLIENT', 'ROTATION', 'PASSWORD', 'LINK', 'UNITS')),
    staff       bigint references org.staff (id),
    order_text  text not null,
    reason      text not null check (length(reason) between 1 and 200),
    asked_by    bigint not null references org.staff (id),
    asked_at    timestamptz not null,
    expires_at  timestamptz not null check (expires_at > asked_at),
    decided_by  bigint references org.staff (id),
    decided_at  timestamptz,
    granted     boolean,
    opinion     text check (length(opinion) <= 200),
    withdrawn_at timestamptz,
    -- id of the post, cover or client that came of it
    made        bigint,
    -- what is handed out once was handed out
    taken_at    timestamptz,
    check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (granted is null)),
    check (decided_at is null or withdrawn_at is null),
    -- two persons, neither of whom gains by it
    check (decided_by is distinct from asked_by or decided_by is null),
    check (staff is null or (staff <> asked_by and staff is distinct from decided_by))
);
create index grant_request_open on org.grant_request (id) where decided_at is null and withdrawn_at is null;
create index grant_request_by_staff on org.grant_request (staff);
create index grant_request_by_made on org.grant_request (made);
comment on column org.grant_request.order_text is 'JSON of what was asked: numbers, roles, days; no secret';
grant select, insert, update on org.grant_request to hejie_app;

-- A cover that administrators arranged was made by no one person; the request tells by whom.
alter table org.leave_cover alter made_by drop not null;

-- One token for each of the three first administrators.
alter table org.setup_token add column role text not null default 'SYSTEM_ADMIN'
    check (role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'));

-- A password is set anew by its owner, with a link from one administrator and, where the account opens cases, a
-- code from the other.
create table org.password_reset (
    id         bigint primary key,
    staff      bigint not null references org.staff (id),
    link_hash  bytea unique,
    code_hash  bytea,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    failures   integer not null default 0,
    used_at    timestamptz
);
comment on column org.password_reset.link_hash is 'Null until the administrator who asked takes the link';
create index password_reset_by_staff on org.password_reset (staff);
grant select, insert, update on org.password_reset to hejie_app;

-- An account may be locked for a while and opened again; deactivation is for good.
alter table org.staff add column locked_at timestamptz;

alter table org.session drop constraint session_ended_why_check;
alter table org.session add constraint session_ended_why_check
    check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'DEACTIVATED', 'LOCKED', 'ENDED_BY_OWNER', 'ENDED_BY_ADMINISTRATOR'));
alter table org.session add column address text;
alter table org.session add column device text check (length(device) <= 200);
alter table org.session add column way text not null default 'PASSWORD' check (way in ('PASSWORD', 'OIDC', 'PASSKEY'));

insert into org.sign_in_setting (name, amount, measure, basis, verified) values
    ('password_reset_span', 24, 'hours', '本系统的规定', true),
    ('grant_request_span', 14, 'days', '本系统的规定', true);

-- A system gets a new token while the old one still works for a day.
alter table org.api_client add column former_token_hash bytea unique;
alter table org.api_client add column former_until timestamptz;
