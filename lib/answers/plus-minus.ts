const SIGNS = /\\(?:pm|mp)(?![A-Za-z]) ?/g;

/**
 * The two values that `\pm` and `\mp` stand for in a spelled text, the upper signs first. Several `\pm` may or may not
 * go together, so that is null, unless a `\mp` among them says that they do. Null also where there is none.
 */
export function bothSigns(text: string): readonly [string, string] | null {
  const signs = text.match(SIGNS);
  if (!signs || (signs.length > 1 && !signs.some((sign) => sign.startsWith("\\mp")))) return null;
  const write = (plus: string, minus: string): string =>
    text
      .replace(SIGNS, (sign) => (sign.startsWith("\\pm") ? plus : minus))
      .replace(/(^|[(,[{=]|\\ne) ?\+/g, "$1")
      .trim();
  return [write("+", "-"), write("-", "+")];
}
