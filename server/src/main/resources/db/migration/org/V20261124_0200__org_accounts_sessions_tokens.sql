-- Why: people sign in with a name and a password, systems with a token. What proves who somebody is lies apart
-- from who works where, is stored only as a hash (the second factor's secret encrypted), and is never sent out.

create table org.sign_in_setting (
    name     text primary key,
    amount   integer not null check (amount > 0),
    measure  text not null check (measure in ('failures', 'minutes', 'hours', 'characters', 'days')),
    basis    text not null,
    verified boolean not null
);
insert into org.sign_in_setting (name, amount, measure, basis, verified) values
    ('lock_out_failures', 5, 'failures', 'GB/T 22239-2019, 8.1.4.1: 登录失败处理;次数待核实', false),
    ('lock_out_span', 15, 'minutes', 'GB/T 22239-2019, 8.1.4.1: 登录失败处理;时长待核实', false),
    ('session_idle', 30, 'minutes', 'GB/T 22239-2019, 8.1.4.1: 登录连接超时自动退出;时长待核实', false),
    ('session_absolute', 12, 'hours', '本系统的规定:一个工作日', true),
    ('password_length', 10, 'characters', 'GB/T 22239-2019, 8.1.4.1: 口令复杂度;长度待核实', false),
    ('setup_token_span', 24, 'hours', '本系统的规定', true);

-- Only the person's own scope, or the sign-in under that person's key, sees the row.
create table org.credential (
    staff             bigint primary key references org.staff (id),
    password_hash     text not null check (password_hash like '$argon2id$%'),
    must_change       boolean not null,
    changed_at        timestamptz not null,
    totp_secret       bytea,
    totp_confirmed_at timestamptz,
    totp_last_step    bigint not null default 0
);
alter table org.credential enable row level security;
create policy own_or_sign_in on org.credential to hejie_app
    using (staff = any ((select shared.scope_keys())::bigint[]))
    with check (staff = any ((select shared.scope_keys())::bigint[]));
comment on column org.credential.totp_last_step is 'Last 30-second step whose code was used; the same code is refused a second time (RFC 6238, 5.2)';

-- Counts failures by a keyed hash of the name that was typed, whether there is such an account or not.
create table org.lock_out (
    name_index   bytea primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index lock_out_by_last_at on org.lock_out (last_at);

create table org.session (
    id           bigint primary key,
    token_hash   bytea not null unique,
    staff        bigint not null references org.staff (id),
    active_post  bigint references org.post (id),
    must_change  boolean not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    ended_why    text check (ended_why in ('SIGNED_OUT', 'PASSWORD_CHANGED', 'DEACTIVATED'))
);
create index session_open_by_staff on org.session (staff) where ended_at is null;
comment on column org.session.must_change is 'Set by an administrator''s password: until it is changed the session holds no post';

create table org.api_client (
    id           bigint primary key,
    name         text not null check (length(name) between 1 and 60),
    unit         bigint not null references org.unit (id),
    line         smallint check (line between 1 and 8),
    post         bigint references org.post (id),
    scopes       text[] not null,
    token_hash   bytea not null unique,
    created_by   bigint references org.staff (id),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    revoked_by   bigint references org.staff (id),
    revoked_at   timestamptz,
    last_used_at timestamptz,
    -- a client speaks for a line or acts by a staff post, never both
    check ((line is null) <> (post is null))
);
create index api_client_by_unit on org.api_client (unit);

create table org.setup_token (
    token_hash bytea primary key,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

grant select, update on org.sign_in_setting to hejie_app;
grant select, insert, update on org.credential, org.session, org.api_client, org.setup_token to hejie_app;
-- a work table: failures are forgotten
grant select, insert, update, delete on org.lock_out to hejie_app;
