-- Why: the first of what waits to be searched is asked for every few seconds, one row; PostgreSQL turned the policy's question into a
-- list of all matters in scope, some 100 ms at 100,000. "offset 0" keeps it a question about the row at hand.
alter policy seen on matter.twin_search
    using (exists (select 1 from matter.matter m where m.id = matter_id offset 0));
alter policy worked_off on matter.twin_search
    using (exists (select 1 from matter.matter m where m.id = matter_id offset 0));
