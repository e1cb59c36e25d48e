import fc from "fast-check";

/** An expression that can be written in more than one way. Whole numbers only, so that its value is exact. */
export type Written =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "letter"; readonly name: string }
  | { readonly kind: "sum"; readonly parts: readonly Written[] }
  | { readonly kind: "product"; readonly parts: readonly Written[] }
  | { readonly kind: "quotient"; readonly top: Written; readonly bottom: Written }
  | { readonly kind: "power"; readonly base: Written; readonly exponent: number }
  | { readonly kind: "function"; readonly name: "sqrt" | "sin" | "cos" | "ln"; readonly of: Written };

const letter = fc.constantFrom("x", "y", "a").map((name): Written => ({ kind: "letter", name }));
const number = fc.integer({ min: 0, max: 12 }).map((value): Written => ({ kind: "number", value }));

function grow(inner: fc.Arbitrary<Written>, withFunctions: boolean): fc.Arbitrary<Written> {
  const several = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    letter,
    number,
    several.map((parts): Written => ({ kind: "sum", parts })),
    several.map((parts): Written => ({ kind: "product", parts })),
    fc.tuple(inner, inner).map(([top, bottom]): Written => ({ kind: "quotient", top, bottom })),
    fc
      .tuple(inner, fc.integer({ min: 2, max: 3 }))
      .map(([base, exponent]): Written => ({ kind: "power", base, exponent })),
    ...(withFunctions
      ? [
          fc
            .tuple(fc.constantFrom("sqrt" as const, "sin" as const, "cos" as const, "ln" as const), inner)
            .map(([name, of]): Written => ({ kind: "function", name, of })),
        ]
      : []),
  );
}

const leaf = fc.oneof(letter, number);
/** Fractions of polynomials. */
export const rationalExpression = grow(grow(leaf, false), false);
export const anyExpression = grow(grow(leaf, true), true);

export const sumWith = (a: Written, value: number): Written => ({
  kind: "sum",
  parts: [a, { kind: "number", value }],
});

export function inLatex(of: Written): string {
  if (of.kind === "number") return String(of.value);
  if (of.kind === "letter") return of.name;
  if (of.kind === "sum") return `\\left(${of.parts.map(inLatex).join(" + ")}\\right)`;
  if (of.kind === "product") return of.parts.map((part) => `(${inLatex(part)})`).join("");
  if (of.kind === "quotient") return `\\frac{${inLatex(of.top)}}{${inLatex(of.bottom)}}`;
  if (of.kind === "power") return `{(${inLatex(of.base)})}^{${of.exponent}}`;
  return of.name === "sqrt" ? `\\sqrt{${inLatex(of.of)}}` : `\\${of.name}(${inLatex(of.of)})`;
}

/** As a program prints it, with sums and products from the other end. */
export function inPython(of: Written): string {
  if (of.kind === "number") return String(of.value);
  if (of.kind === "letter") return of.name;
  if (of.kind === "sum") return `(${of.parts.map(inPython).reverse().join("+")})`;
  if (of.kind === "product")
    return of.parts
      .map((part) => `(${inPython(part)})`)
      .reverse()
      .join("*");
  if (of.kind === "quotient") return `((${inPython(of.top)})/(${inPython(of.bottom)}))`;
  if (of.kind === "power") return `(${inPython(of.base)})**${of.exponent}`;
  return `${of.name}(${inPython(of.of)})`;
}

/** Its value where the letters have these values; NaN where it has none. */
export function worth(of: Written, letters: Readonly<Record<string, number>>): number {
  const at = (part: Written): number => worth(part, letters);
  if (of.kind === "number") return of.value;
  if (of.kind === "letter") return letters[of.name] ?? Number.NaN;
  if (of.kind === "sum") return of.parts.reduce((sum, part) => sum + at(part), 0);
  if (of.kind === "product") return of.parts.reduce((product, part) => product * at(part), 1);
  if (of.kind === "quotient") return at(of.bottom) === 0 ? Number.NaN : at(of.top) / at(of.bottom);
  if (of.kind === "power") return at(of.base) ** of.exponent;
  if (of.name === "ln") return at(of.of) > 0 ? Math.log(at(of.of)) : Number.NaN;
  return Math[of.name](at(of.of));
}
