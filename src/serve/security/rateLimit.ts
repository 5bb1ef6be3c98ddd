/** A bucket of requests for each key: it empties with use and fills with time. */
export interface RateLimit {
  /** Seconds to wait; 0 lets through and counts. */
  take(key: string): number;
}

/** Keys that are kept; beyond it full buckets are dropped first. */
const mostKeys = 20_000;

/**
 * At most `burst` at once and `perMinute` in the long run. `now` in milliseconds; no clock that can be set back: that
 * would take tokens away.
 */
export function rateLimit(
  { burst, perMinute }: { readonly burst: number; readonly perMinute: number },
  now: () => number = () => performance.now(),
): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const fill = (bucket: { tokens: number; at: number }, time: number): void => {
    bucket.tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 60_000) * perMinute);
    bucket.at = time;
  };
  const sweep = (time: number): void => {
    for (const [key, bucket] of buckets) {
      fill(bucket, time);
      if (bucket.tokens >= burst) buckets.delete(key);
    }
    // An attack from many addresses must not fill the memory: the oldest keys go.
    for (const key of buckets.keys()) {
      if (buckets.size <= mostKeys / 2) break;
      buckets.delete(key);
    }
  };
  return {
    take(key) {
      const time = now();
      if (buckets.size > mostKeys) sweep(time);
      const bucket = buckets.get(key) ?? { tokens: burst, at: time };
      buckets.set(key, bucket);
      fill(bucket, time);
      if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / perMinute) * 60);
      bucket.tokens -= 1;
      return 0;
    },
  };
}
