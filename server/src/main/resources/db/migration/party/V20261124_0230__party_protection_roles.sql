-- Why: a minor, a victim of domestic violence and somebody who reports another are known in full only to those who
-- act for them. The county may change these rows. To be verified with the county: 未成年人保护法 art. 4,
-- 反家庭暴力法 art. 5 and 13 (police, women's federation), local rule on reporters.
insert into party.protection_role (protection, role) values
    ('MINOR', 'CENTER_DIRECTOR'),
    ('MINOR', 'TOWN_DIRECTOR'),
    ('MINOR', 'MEDIATOR'),
    ('MINOR', 'WOMEN_FEDERATION'),
    ('MINOR', 'POLICE_POST'),
    ('MINOR', 'COURT_POST'),
    ('DOMESTIC_VIOLENCE', 'CENTER_DIRECTOR'),
    ('DOMESTIC_VIOLENCE', 'WOMEN_FEDERATION'),
    ('DOMESTIC_VIOLENCE', 'POLICE_POST'),
    ('DOMESTIC_VIOLENCE', 'COURT_POST'),
    ('REPORTER', 'CENTER_DIRECTOR'),
    ('REPORTER', 'PROCURATOR_POST'),
    ('REPORTER', 'POLICE_POST');
