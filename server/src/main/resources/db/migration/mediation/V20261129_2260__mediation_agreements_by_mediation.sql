-- Why: a mediation shows all its agreements, void ones too; the index of those in force does not find them, and each page read them all.
create index agreement_of on mediation.agreement (mediation_id, id);
