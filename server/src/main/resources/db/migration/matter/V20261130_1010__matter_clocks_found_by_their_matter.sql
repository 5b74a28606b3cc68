-- Why: what a clock watch looks for is found by its matter's status and next deadline, which no clock of it runs out before. An index of
-- running clocks had to be written for each clock that started, and because it asks whether a clock has stopped, each that stopped was
-- written anew in the table's key, too.
drop index matter.clock_running;
