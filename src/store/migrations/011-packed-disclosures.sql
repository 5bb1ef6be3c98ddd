-- A disclosure with its trace and report is kept as one packed text: it is only ever read whole, and as jsonb it
-- took most of the time of an import. Versions from before keep their columns; they never change.
alter table disclosure_versions
  add column content bytea,
  alter column disclosure drop not null,
  alter column trace drop not null,
  alter column report drop not null,
  add check (content is not null or (disclosure is not null and trace is not null and report is not null));
alter table disclosure_versions alter column content set storage external;
