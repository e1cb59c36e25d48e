const GROUPED = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)/g;

const join = (text: string): string => text.replace(GROUPED, (number) => number.replaceAll(",", ""));

/**
 * Takes the commas out of numbers such as 1,234,567. Inside round, square and set brackets a comma separates
 * elements, so `(1,234)` stays; so does any list that isn't grouped in threes throughout, such as `1,200,3`.
 */
export function joinThousands(text: string): string {
  if (!text.includes(",")) return text;
  let out = "";
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    const set = (char === "{" || char === "}") && text.charAt(at - 1) === "\\";
    const opens = char === "(" || char === "[" || (set && char === "{");
    const closes = char === ")" || char === "]" || (set && char === "}");
    if (opens && depth === 0) {
      out += join(text.slice(from, at));
      from = at;
    }
    if (opens) depth += 1;
    if (closes && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        out += text.slice(from, at + 1);
        from = at + 1;
      }
    }
  }
  const rest = text.slice(from);
  return out + (depth === 0 ? join(rest) : rest);
}
