import type { Limits } from '../limits.ts';

/** Failed logins of names that no account has, or only one that is disabled. */
export interface UnknownNames {
  /** Minutes that the name is locked for; 0: it is not. */
  locked(login: string): number;
  /** Counts a failure and gives the same. */
  fail(login: string): number;
}

/** Names that are kept; the oldest go first. */
const mostNames = 10_000;

/**
 * Locks names that nobody has as those of accounts are locked: otherwise the lock would tell a stranger which names
 * there are. Each process counts for itself. `now` in milliseconds.
 */
export function unknownNames(
  { failedLogins, lockMinutes }: Pick<Limits, 'failedLogins' | 'lockMinutes'>,
  now: () => number = () => performance.now(),
): UnknownNames {
  const names = new Map<string, { failures: number; until: number }>();
  const locked = (login: string): number =>
    Math.max(0, Math.ceil(((names.get(login)?.until ?? 0) - now()) / 60_000));
  const keep = (login: string, failures: number, until: number): void => {
    names.delete(login);
    names.set(login, { failures, until });
    for (const oldest of names.keys()) {
      if (names.size <= mostNames) break;
      names.delete(oldest);
    }
  };
  return {
    locked,
    fail(login) {
      const failures = (names.get(login)?.failures ?? 0) + 1;
      if (failures < failedLogins) keep(login, failures, 0);
      else keep(login, 0, now() + lockMinutes * 60_000);
      return locked(login);
    },
  };
}
