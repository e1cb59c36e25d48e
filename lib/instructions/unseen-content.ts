/** What no text holds. */
const NEVER: readonly [RegExp, string][] = [
  [/\[asy\]|\\begin\{(?:tikzpicture|asy|picture)\}|\\includegraphics|\\draw\b/i, "a drawing"],
  [/!\[[^\]]{0,200}\]\(|<(?:img|svg|image)\b|data:image\//i, "an image"],
  [/https?:\/\/|www\.\w/i, "a link"],
  [
    /\b(?:in|from|see)\s+(?:the|this|these)\s+(?:(?:following|above|accompanying|given|adjacent|attached)\s+)?(?:figure|diagram|picture|image|drawing|illustration|sketch)s?\b/i,
    "a figure",
  ],
  [
    /\b(?:in|from|see|on|using)\s+the\s+(?:graph|chart|map|plot)\s+(?:above|below|shown|here|to the (?:left|right)|at (?:the )?(?:left|right))\b/i,
    "a figure",
  ],
  [
    /\b(?:figure|diagram|picture|image|drawing|graph|chart|map|plot)s?\s+(?:shown\s+)?(?:above|below)\b/i,
    "a figure",
  ],
  [/如[下上右左]?[图圖]|[下上右左][图圖]|[图圖]中|[见見][下上]?[图圖]|[图圖]示|[图圖]所示/u, "a figure"],
];

/** What a text can hold, and must then. */
const UNLESS_HELD: readonly [RegExp, string][] = [
  [/\bas\s+(?:shown|pictured|illustrated|depicted|drawn)\b(?!\s+(?:that|by)\b)/i, "a figure"],
  [
    /\b(?:tables?|lists?|data|rows?|columns?)\s+(?:shown\s+|given\s+|listed\s+)?(?:above|below)\b/i,
    "a table",
  ],
  [
    /\b(?:shown|given|depicted|drawn|pictured|illustrated|labell?ed|listed|seen)\s+(?:above|below|here)\b/i,
    "something above or below it",
  ],
  [/[如见見][下上]?表|[下上]表/u, "a table"],
];

/** A table, a displayed formula, or what follows a colon. */
const HELD =
  /\\begin\{(?:tabular|array|align|aligned|gather|gathered|cases|split|[bpvBV]?matrix|enumerate|itemize)|\\\[|\$\$|^\s*\|.*\||\b(?:above|below|here)\s*:\s*\S|[:：]\s*\n/mu;

/** What a statement speaks of that a reader of its text alone can't see, in words; null where there is nothing. */
export function unseenContent(text: string): string | null {
  const unseen = NEVER.find(([pattern]) => pattern.test(text));
  if (unseen) return unseen[1];
  const missing = UNLESS_HELD.find(([pattern]) => pattern.test(text));
  return missing && !HELD.test(text) ? missing[1] : null;
}
