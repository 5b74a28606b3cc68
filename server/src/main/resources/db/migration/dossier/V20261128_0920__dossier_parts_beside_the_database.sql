-- Why: volumes are the largest of all content; they lie where the files lie.
alter table dossier.part alter column sealed drop not null;
alter table dossier.part add column address bytea references document.stored_content;
alter table dossier.part add constraint part_lies_somewhere check ((sealed is null) <> (address is null));
