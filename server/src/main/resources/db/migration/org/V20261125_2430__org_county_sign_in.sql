-- Why: an office signs in once for all its systems (统一身份认证, OpenID Connect). An account is opened by it only once it was
-- linked: by two administrators, or by its owner while signed in; it never makes an account or a right.
create table org.linked_identity (
    issuer    text not null check (length(issuer) between 1 and 255),
    subject   text not null check (length(subject) between 1 and 255),
    staff     bigint not null references org.staff (id),
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create unique index linked_identity_by_staff on org.linked_identity (issuer, staff);
grant select, insert, delete on org.linked_identity to hejie_app;

-- A sign-in that has begun: what came back must be the answer to it, once, from the same browser.
create table org.oidc_attempt (
    state_hash   bytea primary key,
    browser_hash bytea not null,
    nonce        text not null,
    verifier     text not null,
    staff        bigint references org.staff (id),
    next         text not null,
    begun_at     timestamptz not null,
    expires_at   timestamptz not null
);
create index oidc_attempt_by_expiry on org.oidc_attempt (expires_at);
comment on column org.oidc_attempt.staff is 'Who links his own account; null to sign in';
-- a work table: an attempt is gone once it is answered
grant select, insert, delete on org.oidc_attempt to hejie_app;
