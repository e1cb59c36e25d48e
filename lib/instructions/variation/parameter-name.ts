const LONGEST = 31;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function spelled(text: string): string | null {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, LONGEST);
  return name === "" ? null : name;
}

/**
 * A name for a parameter that isn't `taken`: the one that the program gives its number, else the word that follows it in
 * the statement, else a letter.
 */
export function parameterName(given: string | null, after: string, taken: ReadonlySet<string>): string {
  const noun = /^[-\s]([a-z]{3,20})\b/.exec(after)?.[1] ?? null;
  const named = [given, noun].map((text) => (text === null ? null : spelled(text)));
  const free = named.find((name) => name !== null && !taken.has(name));
  if (free) return free;
  const letter = [...LETTERS].find((one) => !taken.has(one));
  if (letter !== undefined) return letter;
  let number = 1;
  while (taken.has(`n${number}`)) number += 1;
  return `n${number}`;
}
