type Category = string | number;

/**
 * Cohen's kappa of two raters over the same items: agreement beyond what their own frequencies give by chance (Cohen
 * 1960). `quadratic`: numeric categories, disagreement weighs as its squared distance (Cohen 1968). Null for no items,
 * and where both raters give one and the same category throughout, so that chance alone explains all.
 */
export function cohenKappa(
  pairs: readonly (readonly [Category, Category])[],
  weights: "none" | "quadratic" = "none",
): number | null {
  if (pairs.length === 0) return null;
  const first = frequencies(pairs.map(([one]) => one));
  const second = frequencies(pairs.map(([, other]) => other));
  const apart = weights === "none" ? different : squaredDistance;
  const observed = pairs.reduce((sum, [one, other]) => sum + apart(one, other), 0) / pairs.length;
  let expected = 0;
  for (const [one, countOne] of first) {
    for (const [other, countOther] of second) {
      expected += (countOne / pairs.length) * (countOther / pairs.length) * apart(one, other);
    }
  }
  return expected === 0 ? null : 1 - observed / expected;
}

function frequencies(values: readonly Category[]): Map<Category, number> {
  const counts = new Map<Category, number>();
  for (const value of values) counts.set(value, 1 + (counts.get(value) ?? 0));
  return counts;
}

const different = (a: Category, b: Category) => (a === b ? 0 : 1);
const squaredDistance = (a: Category, b: Category) => (Number(a) - Number(b)) ** 2;
