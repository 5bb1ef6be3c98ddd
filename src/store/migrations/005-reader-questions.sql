-- What readers of the portal do not understand. No name, no address of the sender: nobody has to say who asks.

create table reader_questions (
  id uuid primary key default gen_random_uuid(),
  region text not null,
  filing_id uuid not null references filings (id),
  -- The publication that was read.
  edition integer not null,
  -- The line's name in addresses, and the same in words.
  line text not null check (length(line) between 1 and 80),
  words text not null check (words <> ''),
  address text not null,
  body text not null,
  asked_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by uuid references users (id)
);
create index reader_questions_filing on reader_questions (filing_id, asked_at desc);
