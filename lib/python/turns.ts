/** Lets `size` pieces of work go at a time; the others wait in the order in which they came. */
export interface Turns {
  /** Resolves to true with a turn, which `giveBack` ends, and to false where the signal came first. */
  take(signal: AbortSignal): Promise<boolean>;
  giveBack(): void;
}

export function turns(size: number): Turns {
  let free = size;
  const waiting = new Set<(got: boolean) => void>();
  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(false);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const settle = (got: boolean): void => {
          waiting.delete(settle);
          signal.removeEventListener("abort", leave);
          resolve(got);
        };
        const leave = (): void => settle(false);
        waiting.add(settle);
        signal.addEventListener("abort", leave, { once: true });
      });
    },
    giveBack() {
      const [next] = waiting;
      if (next) next(true);
      else free += 1;
    },
  };
}
