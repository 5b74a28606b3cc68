-- Why: a number that came again with other content was kept beside and never settled. A person compares both, takes one and says
-- why; the partner is told. Source: domain.md 5.4.
alter table referral.conflict
    add column decision   text check (decision in ('TAKEN', 'KEPT')),
    add column reason     text check (length(reason) between 1 and 1000),
    add column settled_at timestamptz,
    add column settled_by bigint,
    add check ((decision is null) = (settled_at is null) and (decision is null) = (settled_by is null) and (decision is null) = (reason is null));

-- What was taken may have been replaced by a later one and come back; what waits or was refused is kept once.
alter table referral.conflict drop constraint conflict_referral_id_content_hash_key;
create unique index conflict_once on referral.conflict (referral_id, content_hash) where decision is null or decision = 'KEPT';
create index conflict_waiting on referral.conflict (referral_id) where decision is null;
grant update (decision, reason, settled_at, settled_by) on referral.conflict to hejie_app;

-- Taking the other changes what the referral says, never whose it is or where it stands.
grant update (doc_no, kind, cause, amount, people, both_consent, consent_proof, partner_due_on, transfer_due_on, handle_due_on,
    handle_last_on, content, content_hash) on referral.referral to hejie_app;

alter table referral.step drop constraint step_act_check;
alter table referral.step add constraint step_act_check check (act in
    ('JOINED', 'SIGNED', 'EXTENDED', 'ANSWERED', 'DECLINED', 'WITHDRAWN', 'CHANGED', 'CONFLICT', 'SETTLED'));
