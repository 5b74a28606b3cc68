-- Why: partners' systems get events as CloudEvents signed by Standard Webhooks; an address can rest for a while, and its secret is changed
-- without a gap: for a day both the new and the former one sign (docs/adr/0093).
alter table notify.endpoint
    add column style         text not null default 'ANSWER' check (style in ('ANSWER', 'EVENT')),
    add column former_secret bytea,                     -- sealed, as the secret is
    add column former_until  timestamptz,
    add column paused_at     timestamptz,
    add constraint endpoint_former_secret_ends check ((former_secret is null) = (former_until is null));
grant update (paused_at) on notify.endpoint to hejie_app;

-- What went wrong last at a destination.
create index message_failed on notify.message (destination, id desc) where failure is not null;

-- An event is an envelope around what was up to 4,000 characters; no row can break the wider limit, so none is looked at.
alter table notify.message drop constraint message_content_check,
    add constraint message_content_check check (length(content) <= 8000) not valid;
