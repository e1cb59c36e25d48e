const NOT_ASCII = /[\u0080-\uffff]/;
/** Superscripts, subscripts and fractions of one character. */
const SMALL_NUMBERS = /[\u00b2\u00b3\u00b9\u2070-\u209c\u00bc-\u00be\u2150-\u215f\u2189]+/g;
/** Soft hyphen, joiners, byte order mark, variation selectors: they change how a word looks, not which word it is. */
const INVISIBLE = /\u00ad|\u200c|\u200d|\u2060|\ufeff|[\ufe00-\ufe0f]/g;

/** True for text of nothing but ASCII, which every reader of text cuts up in the same way. */
export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

/**
 * The form in which two texts are compared: lower case and, beyond ASCII, Unicode's NFKC, so that full-width,
 * mathematical and ligated letters are the plain ones. Small numbers stand apart first: `x²` reads as `x^2` does and
 * not as `x2`, and `1½` as `1 1/2` and not as `11/2`. A final sigma is a sigma. ASCII text is only lower-cased.
 */
export function normalise(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .replace(SMALL_NUMBERS, " $& ")
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ς", "σ");
}
