/** How fast a bucket fills up again, and how much it holds. */
export interface Rate {
  burst: number;
  /** Units that come back in a millisecond. */
  refill: number;
}

/** What was in a bucket at a time (milliseconds). Below zero where more was taken than it held. */
export interface Bucket {
  level: number;
  at: number;
}

const MINUTE = 60_000;

/**
 * A token bucket that lets at most `perMinute` units through in any minute, if no more than `burst` are taken at
 * once: a tenth may go at once, the rest comes back evenly. (A bucket that held the whole minute's share would let
 * twice as much through in its first minute.)
 */
export function rateOf(perMinute: number): Rate {
  const burst = Math.max(1, Math.floor(perMinute / 10));
  return { burst, refill: (perMinute + 1 - burst) / MINUTE };
}

export function fullBucket(rate: Rate, now: number): Bucket {
  return { level: rate.burst, at: now };
}

/** What is in it by now. */
export function levelAt(bucket: Bucket, rate: Rate, now: number): number {
  return Math.min(rate.burst, bucket.level + Math.max(0, now - bucket.at) * rate.refill);
}

/** Milliseconds until `amount` may be taken: it is there, or the bucket is full and can't hold more. */
export function waitFor(bucket: Bucket, rate: Rate, amount: number, now: number): number {
  const missing = Math.min(amount, rate.burst) - levelAt(bucket, rate, now);
  return missing <= 0 ? 0 : missing / rate.refill;
}

/** Takes `amount`, or gives it back where negative: a request that used less than it had claimed. */
export function take(bucket: Bucket, rate: Rate, amount: number, now: number): Bucket {
  const level = levelAt(bucket, rate, now) - amount;
  return { level: Math.min(rate.burst, level), at: Math.max(now, bucket.at) };
}
