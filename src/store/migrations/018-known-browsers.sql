-- Browsers in which somebody has signed in. Who types wrong passwords elsewhere locks the account there, not here.
create table known_browsers (
  user_id uuid not null references users (id),
  token_hash bytea not null,
  failed_logins integer not null default 0,
  used_at timestamptz not null default now(),
  primary key (user_id, token_hash)
);
