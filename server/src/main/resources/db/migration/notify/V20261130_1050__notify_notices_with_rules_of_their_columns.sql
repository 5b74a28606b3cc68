-- Why: four checks that PostgreSQL reads, plans and compiles anew for each notice, as the rules of domains are not (ADR 103).
create domain notify.event_name as text;
create domain notify.subject as text;
create domain notify.page as text;
create domain notify.seen_by as bigint[];

drop policy notice_seen on notify.notice;
alter table notify.notice
    drop constraint notice_event_check, alter column event type notify.event_name,
    drop constraint notice_subject_check, alter column subject type notify.subject,
    drop constraint notice_link_check, alter column link type notify.page,
    drop constraint notice_visible_to_check, alter column visible_to type notify.seen_by;
create policy notice_seen on notify.notice for select to hejie_app using (visible_to && (select shared.scope_keys()));

alter domain notify.event_name add constraint notice_event_check check (value ~ '^[A-Z][A-Z_]{2,39}$');
alter domain notify.subject add constraint notice_subject_check check (length(value) between 1 and 60);
alter domain notify.page add constraint notice_link_check check (value ~ '^/[A-Za-z0-9/_-]{1,100}$');
alter domain notify.seen_by add constraint notice_visible_to_check check (cardinality(value) > 0);
