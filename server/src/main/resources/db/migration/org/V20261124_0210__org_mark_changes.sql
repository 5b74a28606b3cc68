-- Why: other nodes hold these tables in memory and have to hear of a change (docs/adr/0052).
create trigger marks_changes after insert or update or delete or truncate on org.unit
    for each statement execute function shared.mark_reference('org');
create trigger marks_changes after insert or update or delete or truncate on org.unit_line
    for each statement execute function shared.mark_reference('org');
