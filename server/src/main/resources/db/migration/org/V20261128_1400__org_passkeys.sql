-- Why: a passkey (通行密钥, WebAuthn) proves that its owner has a device and unlocked it, without a secret that could be typed
-- into a false page. Kept is the public key alone; what proves somebody never leaves his device.
create table org.passkey (
    id              bigint primary key,
    staff           bigint not null references org.staff (id),
    name            text not null check (length(name) between 1 and 60),
    credential_id   bytea not null unique check (length(credential_id) between 1 and 1023),
    key_data        bytea not null,
    sign_count      bigint not null check (sign_count >= 0),
    backup_eligible boolean not null,
    registered_at   timestamptz not null,
    last_used_at    timestamptz
);
create index passkey_by_staff on org.passkey (staff);
-- Only the person's own scope, or the sign-in under that person's key, sees the row.
alter table org.passkey enable row level security;
create policy own_or_sign_in on org.passkey to hejie_app
    using (staff = any ((select shared.scope_keys())::bigint[]))
    with check (staff = any ((select shared.scope_keys())::bigint[]));
comment on column org.passkey.name is 'What its owner calls the device';
comment on column org.passkey.key_data is 'Attested credential data (WebAuthn Level 2, 6.5.1): model, credential id and public key';
comment on column org.passkey.sign_count is 'What the device counted last; one that counts backwards is a copy (WebAuthn Level 2, 6.1.1)';
-- a key that is taken away is gone; the audit keeps who took it away
grant select, insert, update, delete on org.passkey to hejie_app;

-- What a device is asked to sign, once; used ones stay for a while, so that a second use can be told from an invented one.
create table org.passkey_challenge (
    challenge_hash bytea primary key,
    bound_to       bytea not null,
    begun_at       timestamptz not null,
    expires_at     timestamptz not null,
    used_at        timestamptz
);
create index passkey_challenge_by_expiry on org.passkey_challenge (expires_at);
comment on column org.passkey_challenge.bound_to is 'Hash of what the browser that began must show again, and of what it began';
-- a work table
grant select, insert, update, delete on org.passkey_challenge to hejie_app;

insert into org.sign_in_setting (name, amount, measure, basis, verified) values
    ('passkey_challenge_span', 5, 'minutes', 'WebAuthn Level 2, 15.1: 300 to 600 seconds where the user is verified', true);
