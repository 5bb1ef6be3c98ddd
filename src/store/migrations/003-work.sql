-- What happens: steps of the workflow, comments, notices, jobs, the audit log.

create table steps (
  id bigint generated always as identity primary key,
  region text not null,
  filing_id uuid not null references filings (id),
  action text not null,
  from_state text not null,
  to_state text not null,
  actor uuid not null references users (id),
  comment text not null,
  book_version integer not null,
  disclosure_version integer not null,
  at timestamptz not null default now()
);
create index steps_filing on steps (filing_id, id);

create table comments (
  id uuid primary key default gen_random_uuid(),
  region text not null,
  filing_id uuid not null references filings (id),
  -- Where it belongs: a field of the book or a place of the disclosure.
  place jsonb,
  body text not null check (body <> ''),
  author uuid not null references users (id),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid references users (id)
);
create index comments_filing on comments (filing_id, created_at);

create table notices (
  id bigint generated always as identity primary key,
  user_id uuid not null references users (id),
  filing_id uuid references filings (id),
  kind text not null,
  params jsonb not null,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index notices_user on notices (user_id, id desc);

create table batches (
  id uuid primary key default gen_random_uuid(),
  region text not null references regions (code),
  name text not null,
  created_by uuid not null references users (id),
  created_at timestamptz not null default now()
);

create table jobs (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  payload jsonb not null,
  region text,
  filing_id uuid references filings (id),
  batch_id uuid references batches (id),
  created_by uuid not null references users (id),
  created_at timestamptz not null default now(),
  state text not null default 'queued'
    check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  attempts smallint not null default 0,
  worker text,
  beat_at timestamptz,
  finished_at timestamptz,
  result jsonb,
  problem text
);
create index jobs_waiting on jobs (created_at, id) where state = 'queued';
create index jobs_running on jobs (beat_at) where state = 'running';
create index jobs_batch on jobs (batch_id);

create table audit_log (
  number bigint primary key,
  at timestamptz not null,
  actor uuid,
  action text not null,
  object text not null,
  details jsonb not null,
  algorithm text not null,
  previous_hash bytea not null,
  hash bytea not null
);
create trigger audit_log_stays before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_is_never_emptied before truncate on audit_log
  for each statement execute function refuse_change();

create table settings (
  name text primary key,
  value jsonb not null
);
