-- Why: a system shows its secret at one door only and gets a token for a quarter of an hour, which opens no more than it asked for
-- (OAuth 2.0 client credentials, RFC 6749, 4.4; docs/adr/0092). Kept is the token's hash.
create table org.access_token (
    token_hash bytea primary key,
    client     bigint not null references org.api_client (id),
    scopes     text[] not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at)
);
create index access_token_by_expiry on org.access_token (expires_at);
comment on table org.access_token is 'A token is as good as its client: one that is revoked or has expired ends all of its tokens';
-- a work table: what has expired is forgotten
grant select, insert, delete on org.access_token to hejie_app;

insert into org.sign_in_setting (name, amount, measure, basis, verified) values
    ('access_token_span', 15, 'minutes', '本系统的规定 (RFC 6749, 4.2.2 expires_in; RFC 9700, 2.2)', true);
