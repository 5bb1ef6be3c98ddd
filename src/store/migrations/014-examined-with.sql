-- What a version was read and checked with: the same files with the same need not be read again.
alter table disclosure_versions add column examined_with text;
create index disclosure_files_file on disclosure_files (file_id);
