/** Results by key, up to a weight; the one unused for longest goes first. */
export interface Memory<Value> {
  get(key: string, make: () => Promise<Value>): Promise<Value>;
}

/** A memory for at most `most` of whatever `weigh` counts, e.g. bytes. Something asked for while it is made is made once. */
export function memoryOf<Value>(most: number, weigh: (value: Value) => number): Memory<Value> {
  const kept = new Map<string, { readonly value: Promise<Value>; weight: number }>();
  let total = 0;
  const forget = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known.value;
      }
      const entry = { value: make(), weight: 0 };
      kept.set(key, entry);
      return entry.value.then(
        (value) => {
          if (kept.get(key) !== entry) return value;
          entry.weight = weigh(value);
          total += entry.weight;
          for (const oldest of kept.keys()) {
            if (total <= most || oldest === key) break;
            forget(oldest);
          }
          return value;
        },
        (error: unknown) => {
          kept.delete(key);
          throw error;
        },
      );
    },
  };
}
