import { type Bucket, fullBucket, levelAt, type Rate, rateOf, take, waitFor } from "./limits.ts";

export interface Limits {
  concurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
}

/** Leave for one request. */
export interface Lease {
  /** The request is over, and used so many tokens. */
  giveBack(tokens: number): void;
}

export interface Limiter {
  /** Resolves when a request of about so many tokens may go out; first come, first served. Rejects with the signal. */
  turn(tokens: number, signal: AbortSignal): Promise<Lease>;
  /** Nobody goes out before this time: the endpoint has asked to slow down. */
  holdUntil(at: number): void;
  setLimits(limits: Limits): void;
}

export interface Clock {
  now(): number;
  /** Runs it later; the answer takes that back. */
  after(milliseconds: number, run: () => void): () => void;
}

const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

interface Allowance {
  rate: Rate;
  bucket: Bucket;
}

interface Waiting {
  tokens: number;
  go(lease: Lease): void;
}

export function createLimiter(first: Limits, clock: Clock = systemClock): Limiter {
  let limits = first;
  let requests = allowance(limits.requestsPerMinute, null);
  let tokens = allowance(limits.tokensPerMinute, null);
  let heldUntil = 0;
  let out = 0;
  let waiting: Waiting[] = [];
  let cancelTimer = () => {};

  function allowance(perMinute: number | null, before: Allowance | null): Allowance | null {
    if (perMinute === null) return null;
    const [rate, now] = [rateOf(perMinute), clock.now()];
    if (before === null) return { rate, bucket: fullBucket(rate, now) };
    return {
      rate,
      bucket: { level: Math.min(rate.burst, levelAt(before.bucket, before.rate, now)), at: now },
    };
  }

  function spend(from: Allowance | null, amount: number): void {
    if (from !== null) from.bucket = take(from.bucket, from.rate, amount, clock.now());
  }

  function waitOf(from: Allowance | null, amount: number): number {
    return from === null ? 0 : waitFor(from.bucket, from.rate, amount, clock.now());
  }

  function pump(): void {
    cancelTimer();
    for (;;) {
      const [next] = waiting;
      if (next === undefined || out >= limits.concurrency) return;
      const wait = Math.max(heldUntil - clock.now(), waitOf(requests, 1), waitOf(tokens, next.tokens));
      if (wait > 0) {
        cancelTimer = clock.after(Math.ceil(wait), pump);
        return;
      }
      waiting = waiting.slice(1);
      out += 1;
      spend(requests, 1);
      spend(tokens, next.tokens);
      next.go(lease(next.tokens));
    }
  }

  function lease(claimed: number): Lease {
    let isOver = false;
    return {
      giveBack(used) {
        if (isOver) return;
        isOver = true;
        out -= 1;
        spend(tokens, used - claimed);
        pump();
      },
    };
  }

  return {
    turn(claimed, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<Lease>();
      if (signal.aborted) return Promise.reject(signal.reason);
      const leave = () => {
        waiting = waiting.filter((one) => one !== mine);
        reject(signal.reason);
        pump();
      };
      const mine: Waiting = {
        tokens: claimed,
        go(given) {
          signal.removeEventListener("abort", leave);
          resolve(given);
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      waiting = [...waiting, mine];
      pump();
      return promise;
    },
    holdUntil(at) {
      heldUntil = Math.max(heldUntil, at);
      pump();
    },
    setLimits(next) {
      limits = next;
      requests = allowance(next.requestsPerMinute, requests);
      tokens = allowance(next.tokensPerMinute, tokens);
      pump();
    },
  };
}

const shared = new Map<number, Limiter>();

/** The limiter that all runs of an endpoint share in this process. Other processes have their own. */
export function limiterOf(endpointId: number, limits: Limits): Limiter {
  const known = shared.get(endpointId);
  if (known === undefined) {
    const made = createLimiter(limits);
    shared.set(endpointId, made);
    return made;
  }
  known.setLimits(limits);
  return known;
}
