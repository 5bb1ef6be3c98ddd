-- Who there is: regions, departments, units, users, roles, sessions, tokens.

create table regions (
  code text primary key check (code <> ''),
  name text not null unique,
  parent text references regions (code),
  -- Financial review in two steps where the finance bureau wants it.
  finance_steps smallint not null default 1 check (finance_steps in (1, 2))
);

create table departments (
  id uuid primary key default gen_random_uuid(),
  region text not null references regions (code),
  code text not null,
  name text not null,
  unique (region, code),
  unique (region, name)
);

create table units (
  id uuid primary key default gen_random_uuid(),
  region text not null references regions (code),
  department_id uuid not null references departments (id),
  name text not null,
  kind text not null check (kind in ('administrative', 'institution')),
  unique (department_id, name)
);

create table users (
  id uuid primary key default gen_random_uuid(),
  login text not null unique check (login = lower(login) and login <> ''),
  name text not null,
  password_hash text not null,
  must_change_password boolean not null default true,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- A role holds in a region, or in one department or unit of it. An administrator's holds everywhere.
create table grants (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id),
  role text not null check (role in (
    'preparer', 'unitHead', 'departmentReviewer', 'financeReviewer', 'approver', 'publisher',
    'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
  region text references regions (code),
  department_id uuid references departments (id),
  unit_id uuid references units (id),
  granted_by uuid references users (id),
  granted_at timestamptz not null default now(),
  unique nulls not distinct (user_id, role, region, department_id, unit_id),
  check ((role like '%Administrator') = (region is null))
);

-- The three administrators exclude each other, and none of them takes part in the budget's work.
create function refuse_mixed_roles() returns trigger language plpgsql as $$
begin
  perform 1 from users where id = new.user_id for update;
  if exists (
    select 1 from grants
    where user_id = new.user_id and id <> new.id and role <> new.role
      and (role like '%Administrator' or new.role like '%Administrator')
  ) then
    raise exception 'roles exclude each other' using errcode = 'MS001';
  end if;
  return new;
end $$;
create trigger grants_exclude before insert or update on grants
  for each row execute function refuse_mixed_roles();

create table sessions (
  token_hash bytea primary key,
  user_id uuid not null references users (id),
  csrf text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index sessions_user on sessions (user_id);

create table api_tokens (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  user_id uuid not null references users (id),
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
