-- What somebody chose for themselves in the workbench; it follows them to every browser.
alter table users add column preferences jsonb not null default '{}';
