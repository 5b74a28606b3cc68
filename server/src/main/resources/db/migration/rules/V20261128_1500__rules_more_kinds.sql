-- Why: thresholds of supervision, what counts for a twin and the limits of signing in are changed by two people like all other rules.
alter table rules.version drop constraint version_kind_check;
alter table rules.version add constraint version_kind_check check (kind in
    ('ROUTING', 'PROCEDURE', 'CATEGORIES', 'CALENDAR', 'HOURS', 'SUPERVISION', 'TWINS', 'SIGN_IN'));
