-- Who has a book open now. Rows are forgotten after a short time and are in no backup.

create table presences (
  filing_id uuid not null references filings (id),
  user_id uuid not null references users (id),
  -- The part of the book that is open.
  part text not null,
  editing boolean not null,
  seen_at timestamptz not null default now(),
  primary key (filing_id, user_id)
);
