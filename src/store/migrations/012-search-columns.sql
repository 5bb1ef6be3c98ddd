-- What every search compares or groups by stands ready, instead of being taken out of texts for each row that is found.
alter table publications
  add column level text generated always as (summary ->> 'level') stored,
  add column name text generated always as (summary ->> 'name') stored;
alter table search_records
  add column title_key text generated always as (lower(normalize(title, NFKC))) stored;
