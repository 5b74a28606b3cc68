-- Why: the routing table asks whether somebody is in danger; what was seen at registration is kept with the matter.
alter table matter.matter add column safety text[] not null default '{}'
    check (safety <@ array['DOMESTIC_VIOLENCE', 'WEAPON', 'THREAT', 'SELF_HARM', 'MINOR_VICTIM', 'INJURY', 'PUBLIC_ORDER']);
