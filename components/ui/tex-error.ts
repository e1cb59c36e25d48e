import katex from "katex";
import { texOptions } from "./tex-html.ts";

/** Why a formula can't be drawn. `at`: the place in the TeX, in UTF-16 units, or null where there is none. */
export type TexError = { message: string; at: number | null };

const longestChecked = 5000;

/** Null for a formula that KaTeX draws, and for one that is too long to be checked. */
export function texError(tex: string, display: boolean): TexError | null {
  if (tex.length > longestChecked) return null;
  const indent = tex.length - tex.trimStart().length;
  try {
    katex.renderToString(tex.trim(), { ...texOptions(display), throwOnError: true });
    return null;
  } catch (error) {
    if (!(error instanceof katex.ParseError)) return { message: "It can't be drawn.", at: null };
    const at = Number.isFinite(error.position) ? error.position + indent : null;
    return { message: sentence(error.rawMessage), at };
  }
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
