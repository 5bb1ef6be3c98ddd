-- What is kept: files as uploaded, books and disclosures in versions that never change, figures, findings.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% never changes', tg_table_name using errcode = 'MS002';
end $$;

create table files (
  id uuid primary key default gen_random_uuid(),
  sha256 bytea not null unique,
  media_type text not null,
  bytes integer not null,
  content bytea not null,
  created_at timestamptz not null default now()
);
-- Documents are packed already.
alter table files alter column content set storage external;

-- One budget of one department or unit for one year on its way from preparing to the archive.
create table filings (
  id uuid primary key default gen_random_uuid(),
  region text not null references regions (code),
  year integer not null,
  stage text not null check (stage in ('budget', 'adjusted', 'finalAccounts')),
  department_id uuid not null references departments (id),
  unit_id uuid references units (id),
  form text not null,
  state text not null default 'drafting',
  -- Counts every change of state; acting on a state that has passed is refused by it.
  version integer not null default 1,
  -- The newest versions; 0 while there is none.
  book_version integer not null default 0,
  disclosure_version integer not null default 0,
  submitted_by uuid references users (id),
  reviewed_by uuid references users (id),
  approved_at timestamptz,
  due_on date,
  created_by uuid references users (id),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique nulls not distinct (region, year, stage, department_id, unit_id)
);
create index filings_state on filings (region, state);
create index filings_department on filings (department_id, year);

create table book_versions (
  region text not null,
  year integer not null,
  filing_id uuid not null,
  version integer not null,
  content jsonb not null,
  content_hash bytea not null,
  problems integer not null,
  author uuid not null,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (region, year, filing_id, version)
);
create trigger book_versions_stay before update or delete on book_versions
  for each row execute function refuse_change();

create table disclosure_versions (
  region text not null,
  year integer not null,
  filing_id uuid not null,
  version integer not null,
  -- From a book's version, or from uploaded files.
  book_version integer,
  disclosure jsonb not null,
  trace jsonb not null,
  report jsonb not null,
  content_hash bytea not null,
  verdict text not null,
  author uuid not null,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (region, year, filing_id, version)
);
create trigger disclosure_versions_stay before update or delete on disclosure_versions
  for each row execute function refuse_change();

create table disclosure_files (
  region text not null,
  year integer not null,
  filing_id uuid not null,
  version integer not null,
  position smallint not null,
  name text not null,
  file_id uuid not null references files (id),
  primary key (region, year, filing_id, version, position)
);

-- Every figure with its scope: the large table. Its key begins with the region so that it divides by region.
create table figures (
  region text not null,
  year integer not null,
  filing_id uuid not null,
  version integer not null,
  number integer not null,
  stage text not null,
  department_id uuid not null,
  origin text not null,
  -- Place by business key.
  table_number smallint,
  row_key text,
  column_key text,
  -- The scope as one text without year and stage, and its dimensions that questions ask for.
  scope_key text not null,
  scope_year smallint,
  flow text,
  fund text,
  function_code text,
  nature text,
  dept_economic text,
  item text,
  project text,
  fen bigint not null,
  unit_fen bigint not null,
  printed text not null
) partition by list (region);
-- The key is each partition's: one on the whole would not let partitions live on other servers.
create table figures_elsewhere partition of figures default;
alter table figures_elsewhere add primary key (region, year, filing_id, version, number);
create index figures_scope on figures (md5(scope_key), region, year) where scope_year = year;
create index figures_function on figures (region, year, function_code) where function_code is not null;

create table findings (
  region text not null,
  year integer not null,
  filing_id uuid not null,
  version integer not null,
  number integer not null,
  rule text not null,
  severity text not null,
  -- Equal for the same finding in another version: rule, place by business key, printed value.
  fingerprint text not null,
  waived_in_settings boolean not null,
  content jsonb not null,
  primary key (region, year, filing_id, version, number)
);

create table waivers (
  id uuid primary key default gen_random_uuid(),
  region text not null,
  filing_id uuid not null references filings (id),
  fingerprint text not null,
  rule text not null,
  reason text not null check (reason <> ''),
  author uuid not null references users (id),
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references users (id)
);
create unique index waivers_in_force on waivers (filing_id, fingerprint) where revoked_at is null;

-- What stood or stands before the public. A withdrawn or corrected one stays.
create table publications (
  id uuid primary key default gen_random_uuid(),
  region text not null,
  year integer not null,
  stage text not null,
  filing_id uuid not null references filings (id),
  -- Names in the portal's addresses.
  portal_region text not null,
  portal_department text not null,
  -- From 1, counted for the public.
  edition integer not null,
  disclosure_version integer not null,
  published_at timestamptz not null default now(),
  published_by uuid not null references users (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references users (id),
  withdrawal_reason text,
  summary jsonb not null,
  unique (filing_id, edition)
);
create index publications_key on publications (portal_region, year, stage, portal_department);
create index publications_time on publications (published_at desc);

-- Things that can be found by words; `grams` are the pairs of neighbouring characters, and single ones.
create table search_records (
  region text not null,
  year integer not null,
  publication_id uuid not null references publications (id),
  number integer not null,
  stage text not null,
  department text not null,
  kind text not null,
  code text,
  function_class text,
  fen bigint,
  title text not null,
  body text not null,
  grams text[] not null,
  record jsonb not null,
  primary key (region, year, publication_id, number)
);
create index search_records_grams on search_records using gin (grams);
create index search_records_publication on search_records (publication_id);
