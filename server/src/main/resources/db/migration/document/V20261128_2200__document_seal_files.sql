-- Why: the seal of a paper is a file of its own beside the paper (docs/adr/0082).
alter table document.file drop constraint file_type_check;
alter table document.file add constraint file_type_check
    check (type in ('JPEG', 'PNG', 'WEBP', 'PDF', 'DOCX', 'XLSX', 'MP3', 'AMR', 'WAV', 'TEXT', 'CSV', 'SEAL'));
