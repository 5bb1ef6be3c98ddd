-- The end of the audit log for who appends to it: one transaction at a time, until it ends. Each statement of
-- the function sees what was committed before it, so the entry is the one behind which the lock was waited for.
create function locked_audit_end() returns table (number bigint, hash bytea) language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(7240117);
  return query select a.number, a.hash from audit_log a order by a.number desc limit 1;
end $$;
