-- Why: phones and chat programs save photos as WebP; they are kept now, cleaned like the others.
alter table document.file drop constraint file_type_check;
alter table document.file add constraint file_type_check
    check (type in ('JPEG', 'PNG', 'WEBP', 'PDF', 'DOCX', 'XLSX', 'MP3', 'AMR', 'WAV', 'TEXT', 'CSV'));
