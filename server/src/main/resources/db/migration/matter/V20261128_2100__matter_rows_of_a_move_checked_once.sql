-- Which rows a move may change is decided by the row that is found, whose matter must be seen (using). Looking the same
-- matter up once more for the row as it becomes told nothing new: what is written is held to a scope being set, as it is
-- for rows that are inserted.
alter policy changed on matter.step with check (current_setting('hejie.scope', true) <> '');
alter policy changed on matter.clock with check (current_setting('hejie.scope', true) <> '');
