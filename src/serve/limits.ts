import type { SessionLimits } from '../store/sessions.ts';

/** What the system allows; a deployment may set others. */
export interface Limits {
  readonly idleMinutes: number;
  readonly sessionHours: number;
  readonly failedLogins: number;
  readonly lockMinutes: number;
  /** A book or another JSON body. */
  readonly bodyMegabytes: number;
  /** One uploaded document. */
  readonly fileMegabytes: number;
  /** A zip of documents. */
  readonly batchMegabytes: number;
  /** Documents in one batch. */
  readonly batchFiles: number;
  /** Days within which an approved budget must be published (预算法第十四条). */
  readonly publishDays: number;
  readonly logins: { readonly burst: number; readonly perMinute: number };
  readonly publicRequests: { readonly burst: number; readonly perMinute: number };
}

export const defaultLimits: Limits = {
  idleMinutes: 30,
  sessionHours: 12,
  failedLogins: 5,
  lockMinutes: 15,
  bodyMegabytes: 8,
  fileMegabytes: 64,
  batchMegabytes: 256,
  batchFiles: 2000,
  publishDays: 20,
  logins: { burst: 60, perMinute: 60 },
  publicRequests: { burst: 120, perMinute: 600 },
};

export function sessionLimits({ idleMinutes, sessionHours }: Limits): SessionLimits {
  return { idleMinutes, hours: sessionHours };
}
