-- Why: until the next autovacuum PostgreSQL knows nothing of the values an index reckons, takes one row for likely and reads the
-- whole county by another index: 235 ms instead of 4 at 1,000,000 matters.
analyze matter.matter;
