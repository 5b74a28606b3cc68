-- Why: a check is asked by each statement that writes the row, also by the moves of a matter, which leave these columns alone. A
-- trigger asks the same when a matter is written or one of them is; the end of its history, which each move writes, has a rule of its
-- own in V20261130_1040 (ADR 103).
create function matter.matter_is_right() returns trigger
    language plpgsql set search_path = pg_catalog
as $$
declare
    wrong text := case
        when new.line not between 1 and 8 then 'line'
        when length(new.title) not between 1 and 100 then 'title'
        when length(new.facts) not between 1 and 8000 then 'facts'
        when new.people <= 0 then 'people'
        when new.amount < 0 then 'amount'
        when not new.safety <@ '{DOMESTIC_VIOLENCE,WEAPON,THREAT,SELF_HARM,MINOR_VICTIM,INJURY,PUBLIC_ORDER}' then 'safety'
        when new.evaluation not in ('SATISFIED', 'FAIRLY', 'DISSATISFIED') then 'evaluation'
    end;
begin
    if wrong is not null then
        raise check_violation using message = format('a matter''s %s is not what it may be', wrong),
            schema = 'matter', table = 'matter', column = wrong, constraint = format('matter_%s_check', wrong);
    end if;
    return new;
end
$$;
revoke execute on function matter.matter_is_right() from public;

-- Before an insert, so that nothing is written; after an update, since a trigger before it would lock each row once more.
create trigger right_when_new before insert on matter.matter
    for each row execute function matter.matter_is_right();
create trigger right_when_changed after update of line, title, facts, people, amount, safety, evaluation on matter.matter
    for each row execute function matter.matter_is_right();

alter table matter.matter drop constraint matter_checked;
drop function matter.matter_checked(smallint, text, text, int, numeric, text[], text, bytea);
