/** Words and digits that begin with a vowel's sound: eight, eleven, eighteen, eighty and what begins with them. */
function beginsWithVowel(number: string): boolean {
  if (/^[aeiou]/i.test(number)) return true;
  const whole = number.replace(/[^\d.]/g, "").split(".", 1)[0] ?? "";
  if (whole.startsWith("8")) return true;
  return /^1[18](?:\d{3})*$/.test(whole);
}

/** The article before a number as it must be for another number: "an 8-hour shift", "a 6-hour shift". */
export function articleFor(article: string, number: string): string {
  const wanted = beginsWithVowel(number) ? "an" : "a";
  return /^[A-Z]/.test(article) ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted;
}
