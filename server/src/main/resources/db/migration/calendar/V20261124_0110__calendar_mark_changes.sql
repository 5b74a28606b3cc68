-- Why: other nodes hold these tables in memory and have to hear of a change (docs/adr/0052).
create trigger marks_changes after insert or update or delete or truncate on calendar.change
    for each statement execute function shared.mark_reference('calendar');
