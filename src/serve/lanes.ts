/** So many at once; others wait their turn. */
export interface Lanes {
  /** Gives what ends the stay; null at once when too many wait already. */
  enter(): Promise<(() => void) | null>;
}

export function lanesOf(atOnce: number, mostWaiting: number): Lanes {
  const waiting: (() => void)[] = [];
  const state = { free: atOnce };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) state.free += 1;
    else next();
  };
  const once = (): (() => void) => {
    const stay = { ended: false };
    return () => {
      if (stay.ended) return;
      stay.ended = true;
      leave();
    };
  };
  return {
    async enter() {
      if (state.free > 0) {
        state.free -= 1;
        return once();
      }
      if (waiting.length >= mostWaiting) return null;
      await new Promise<void>((resume) => waiting.push(resume));
      return once();
    },
  };
}
