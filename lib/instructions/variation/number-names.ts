interface Written {
  value: number;
  written: "digits" | "word";
  decimals: number;
  separator: string;
  percent: boolean;
  money: boolean;
  math: boolean;
  role: "plain" | "exponent" | "subscript";
}

const TITLE =
  /\b(?:Room|Grade|Route|Highway|Interstate|Flight|Apartment|Apt|Bus|Level|Number|No\.|Section|Chapter|Figure|Table|Problem|Question|Exercise|Player|Group|Team|Line|Class|Form|Type|Model|Channel|Track|Gate|Platform)\s$/;
const PARTS =
  /^\s(?:halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundred|thousand|million|billion|dozen|score)\b/i;
const SHAPE = /^[-\s](?:digits?|sided|dimensional|dimensions)\b/i;
const CONVERSION =
  /^\s(?:hours?|hrs?)\s(?:in|per|make|are in)\s(?:a|one|each|every)\s(?:full\s)?day|^\sdays?\s(?:in|make)\s(?:a|one|each|the)\s(?:week|month|year)|^\s(?:minutes|mins?)\s(?:in|per|make)\s(?:an|one|each)\shour|^\sseconds?\s(?:in|make)\s(?:a|one|each)\sminute|^\s(?:months?|weeks?)\s(?:in|make)\s(?:a|one|each|the)\s(?:year|month)|^\s(?:inches|in)\s(?:in|per|make|are in)\s(?:a|one|each)\sfoot|^\sounces?\s(?:in|per|make|are in)\s(?:a|one|each)\s|^\s(?:feet|ft)\s(?:in|make)\s(?:a|one|each)\s(?:yard|mile)|^\scents?\s(?:in|make)\s(?:a|one|each)\sdollar|^\squarters?\s(?:in|make)\s/i;
const YEAR_BEFORE =
  /\b(?:in|since|year|until|by|of|from|to|and|between|during|before|after|early|late|January|February|March|April|May|June|July|August|September|October|November|December),?\s$/i;
const DATE_BEFORE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$/;

/**
 * Why a number counts nothing: it names a year, a day, a time or a thing, or holds by nature ("60 minutes in an hour").
 * Null for a quantity. `before` and `after` are what stands beside it.
 */
export function nameReason(
  number: Written,
  { before, after }: { before: string; after: string },
): string | null {
  if (/^(?:st|nd|rd|th)\b/i.test(after) || /^\s*\^?\{?\\?(?:text|mathrm)?\{?(?:st|nd|rd|th)\}/.test(after))
    return "an ordinal";
  if (
    /^\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?![A-Za-z])/i.test(after) ||
    /^:\d\d|^\s?:\s?\d\d\b/.test(after)
  )
    return "a time";
  if (/\d:$/.test(before)) return "a time";
  if (/^[-/]\d{1,2}[-/]\d|^-\d{4}\b/.test(after) || /\d[-/]\d{1,2}[-/]$/.test(before)) return "a date";
  if (!number.math && DATE_BEFORE.test(before) && number.value <= 31) return "a date";
  if (!number.math && TITLE.test(before)) return "a name";
  if (isYear(number, before, after)) return "a year";
  if (SHAPE.test(after)) return "a kind of thing";
  if (PARTS.test(after)) return "part of a number in words";
  if (/\d\s$/.test(before) && /^\/\d/.test(after)) return "part of a mixed number";
  if (/^\s\d+\s?\/\s?\d/.test(after) || /\d\s\d+\s?\/\s?$/.test(before)) return "part of a mixed number";
  if (CONVERSION.test(after)) return "a matter of units";
  if (number.written === "word") return wordReason(before, after);
  return number.role === "subscript" && number.value <= 2 ? "an index" : null;
}

function isYear(
  { value, decimals, separator, percent, money, math }: Written,
  before: string,
  after: string,
): boolean {
  if (math || decimals > 0 || separator !== "" || percent || money || value < 1500 || value > 2100)
    return false;
  return (
    YEAR_BEFORE.test(before) &&
    !/^[\s-](?!(?:and|was|were|is|the|to|she|he|they|it|has|his|as|this)\b)[a-z]{4,}/.test(after)
  );
}

/** "the two", "these three" and the like speak of what was counted before. */
function wordReason(before: string, after: string): string | null {
  if (/\b(?:the|these|those|all|other|first|last|next|both)\s$/i.test(before)) return "said of what is known";
  return /^-\p{L}/u.test(after) ? "part of a word" : null;
}
