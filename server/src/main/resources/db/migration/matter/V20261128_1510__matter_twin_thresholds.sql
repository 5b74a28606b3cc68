-- Why: from how many points on a twin is shown, and a pair kept for review, were constants; they are rules like the points themselves.
-- The numbers are those of docs/twins.md. Rules in force are written here when they take effect.
alter table matter.twin_weight drop constraint twin_weight_reason_check;
alter table matter.twin_weight add constraint twin_weight_reason_check check (reason in
    ('SAME_DOCUMENT', 'SAME_PHONE', 'SAME_RESPONDENT', 'SAME_CATEGORY', 'NEAR_PLACE', 'SIMILAR_TEXT', 'SHOWN_FROM', 'KEPT_FROM'));
insert into matter.twin_weight (reason, points, basis, verified) values
    ('SHOWN_FROM', 25, '自定分数，待核实', false),
    ('KEPT_FROM', 45, '按真实留言调定，见 docs/twins.md', false);
grant update (points, basis, verified) on matter.twin_weight to hejie_app;
