-- Why: a signed agreement may bear its committee's electronic seal, a file beside the scan, where the law allows one.
-- Source: People's Mediation Law art. 29 (committee's seal); Electronic Signature Law art. 3 (to be verified); docs/adr/0082.
create table mediation.agreement_seal (
    agreement_id bigint primary key references mediation.agreement (id),
    seal_id      bigint not null references seal.seal (id),
    document_id  bigint not null,
    document_sm3 bytea not null check (length(document_sm3) = 32),
    file_id      bigint not null,
    subject      text not null,
    serial       text not null,
    sealed_at    timestamptz not null,
    sealed_by    bigint not null,
    request_key  text check (length(request_key) between 8 and 100)
);

-- What no electronic seal may be put on, by category or the beginning of one. Data, because the law names kinds of papers and no codes.
create table mediation.unsealable (
    category text primary key,
    basis    text not null,
    verified boolean not null
);
insert into mediation.unsealable values
    ('01', '电子签名法 art. 3: 涉及婚姻、收养、继承等人身关系的文书', false),
    ('0706', '电子签名法 art. 3: 涉及停止供水、供热、供气等公用事业服务的文书', false);

alter table mediation.agreement_seal enable row level security;
create policy seen on mediation.agreement_seal to hejie_app
    using (exists (select 1 from mediation.agreement a where a.id = agreement_id))
    with check (exists (select 1 from mediation.agreement a where a.id = agreement_id));
alter table mediation.unsealable enable row level security;
create policy seen on mediation.unsealable for select to hejie_app using (cardinality((select shared.scope_keys())) > 0);
grant select, insert on mediation.agreement_seal to hejie_app;
grant select on mediation.unsealable to hejie_app;
