const Z_95 = 1.959963984540054;

/** 95 % confidence interval of a share (Wilson 1927); null for no trials. `successes` may be a half for ties. */
export function wilson(successes: number, trials: number): { low: number; high: number } | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z_95 ** 2;
  const centre = share + z2 / (2 * trials);
  const reach = Z_95 * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials ** 2));
  const scale = 1 + z2 / trials;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}
