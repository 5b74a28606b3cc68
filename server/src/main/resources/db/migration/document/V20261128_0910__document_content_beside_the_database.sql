-- Why: a county with much paper may keep sealed content in a folder beside the database (hejie.files.store=folder). A row then names the
-- content by its address; which addresses are in use is committed with it, so that what a rolled-back upload left is told from it.
create table document.stored_content (
    address bytea primary key check (length(address) = 32),   -- SHA-256 of the sealed bytes
    kept_at timestamptz not null
);
grant select, insert on document.stored_content to hejie_app;

alter table document.content alter column sealed drop not null;
alter table document.content add column address bytea references document.stored_content;
alter table document.content add constraint content_lies_somewhere check ((sealed is null) <> (address is null));
