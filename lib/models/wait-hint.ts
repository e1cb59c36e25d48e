/** Headers of an answer, with names in lower case, as Node has them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * How long a server asks to wait, in milliseconds from `now`; null where it doesn't say. In this order: `retry-after-ms`;
 * `retry-after` in seconds or as an HTTP date (RFC 9110, 10.2.3); OpenAI's `x-ratelimit-reset-requests` and
 * `-tokens`, the later one of those that are used up.
 */
export function waitHint(headers: Headers, now: number): number | null {
  const milliseconds = Number(single(headers["retry-after-ms"]) ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const after = single(headers["retry-after"]);
  if (after !== undefined) {
    if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
    const date = Date.parse(after);
    if (!Number.isNaN(date)) return Math.max(0, date - now);
  }
  const resets = ["requests", "tokens"].flatMap((what) => {
    const remaining = single(headers[`x-ratelimit-remaining-${what}`]);
    if (remaining !== undefined && Number(remaining) > 0) return [];
    const reset = durationOf(single(headers[`x-ratelimit-reset-${what}`]) ?? "");
    return reset === null ? [] : [reset];
  });
  return resets.length === 0 ? null : Math.max(...resets);
}

function single(value: string | string[] | undefined): string | undefined {
  const [first] = typeof value === "string" ? [value] : (value ?? []);
  return first?.trim() || undefined;
}

/** Milliseconds of a duration such as 6m0s, 1.5s, 120ms or 20 (seconds); null where it is none. */
function durationOf(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^(\d+(\.\d+)?(ms|[smhd]))+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g)) {
    sum += Number(amount) * (UNITS[unit] ?? 0);
  }
  return sum;
}
