-- Why: after a change of the calendar people look through every deadline that moved, the newest first.
create index deadline_change_newest on matter.deadline_change (changed_at desc, matter_id desc, key desc);
