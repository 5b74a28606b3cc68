-- Why: PostgreSQL reads, plans and compiles a check of a table anew in every statement that writes to it, 45,000 instructions each, also
-- where the statement leaves the column alone. The rule of a domain is kept by a session and asked where its column is written
-- (ADR 103). A column first becomes of a domain without a rule, which rewrites nothing; then the domain gets it, and PostgreSQL looks
-- once at what is there.
create domain matter.actor_kind as text;
create domain matter.clock_kind as text;
create domain matter.step_outcome as text;
create domain matter.role_of_party as text;
-- SM3 (GB/T 32905): 256 bits.
create domain matter.sm3 as bytea;

alter table matter.event drop constraint event_actor_kind_check, alter column actor_kind type matter.actor_kind;
alter table matter.clock drop constraint clock_kind_check, alter column kind type matter.clock_kind;
alter table matter.step drop constraint step_outcome_check, alter column outcome type matter.step_outcome;
alter table matter.party_role drop constraint party_role_role_check, alter column role type matter.role_of_party;
alter table matter.matter alter column head_hash type matter.sm3;

alter domain matter.actor_kind
    add constraint event_actor_kind_check check (value in ('STAFF', 'API_CLIENT', 'RESIDENT', 'SYSTEM'));
alter domain matter.clock_kind add constraint clock_kind_check check (value in ('INTERNAL', 'STATUTORY'));
alter domain matter.step_outcome
    add constraint step_outcome_check check (value in ('ANSWERED', 'RETURNED', 'TRANSFERRED', 'ESCALATED', 'ENDED'));
alter domain matter.role_of_party
    add constraint party_role_role_check check (value in ('APPLICANT', 'RESPONDENT', 'REPORTER', 'AGENT'));
alter domain matter.sm3 add constraint matter_head_hash_check check (length(value) = 32);
