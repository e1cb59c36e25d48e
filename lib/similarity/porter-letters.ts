/**
 * For each letter of a lower-case word whether it is a consonant in Porter's sense: not a, e, i, o, u, and not a `y`
 * behind a consonant. Digits count as consonants.
 */
function consonants(word: string): boolean[] {
  const found: boolean[] = [];
  for (const letter of word) {
    found.push(letter === "y" ? !(found.at(-1) ?? false) : !"aeiou".includes(letter));
  }
  return found;
}

/** Porter's measure: how often a consonant follows a vowel, the `m` of `[C](VC)^m[V]`. */
export function measureOf(word: string): number {
  const found = consonants(word);
  return found.filter((isConsonant, at) => isConsonant && found[at - 1] === false).length;
}

export function hasVowel(word: string): boolean {
  return consonants(word).includes(false);
}

export function endsInConsonant(word: string): boolean {
  return consonants(word).at(-1) === true;
}

/** Porter's condition *d. */
export function endsInDoubleConsonant(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && endsInConsonant(word);
}

/**
 * Porter's condition *o, consonant, vowel, consonant other than w, x, y; and, as NLTK has it, a word of just a vowel
 * and a consonant.
 */
export function endsInShortSyllable(word: string): boolean {
  const found = consonants(word);
  const [first, second, third] = found.slice(-3);
  if (word.length === 2) return first === false && second === true;
  return first === true && second === false && third === true && !/[wxy]$/.test(word);
}
