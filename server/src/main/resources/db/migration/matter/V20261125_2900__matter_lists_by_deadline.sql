-- Why: "due soon" asks for two times at once, amber passed and the deadline not. With both in the index what is not due soon
-- is left out before its row is fetched; the county's lists by deadline are one range instead of one a status.
drop index matter.matter_open_by_hand;
create index matter_open_by_hand on matter.matter ((case when lead_unit is null then home_unit else lead_unit end), status, (case when due_at is null then 'infinity'::timestamptz else due_at end), id, amber_at)
    where open;
create index matter_open_by_due on matter.matter ((case when due_at is null then 'infinity'::timestamptz else due_at end), id, amber_at) where open;
