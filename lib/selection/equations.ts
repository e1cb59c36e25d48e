import { findStatements } from "#lib/answers/arithmetic-statements.ts";
import type { Segment } from "#lib/paths/contract.ts";

const FORMULA = /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\$([^$\n]+)\$|\\\(([\s\S]+?)\\\)/g;
const SILENT = /\s|\\[,;:! ]|\\(?:left|right|quad|qquad|displaystyle)(?![a-zA-Z])/g;

/**
 * The equations of a path's text in their order, without spaces: what it calculates, as in rejection-sampling
 * fine-tuning (Yuan et al. 2023), where paths with equal lists are one way to the answer. A calculator mark counts
 * before the prose around it; a text that states no arithmetic gives the formulas in it that say that two things are
 * equal.
 */
export function equationsOf(segments: readonly Segment[]): string[] {
  const texts = segments.flatMap(({ type, content }) => (type === "text" ? [content] : []));
  const stated = texts.flatMap((text) =>
    findStatements(text).flatMap(({ mark, link }) => {
      const found = mark ?? link;
      return found === null ? [] : [`${tidy(found.left.spelling)}=${tidy(found.right.spelling)}`];
    }),
  );
  return stated.length > 0 ? stated : texts.flatMap(formulasOf);
}

function formulasOf(text: string): string[] {
  return [...text.matchAll(FORMULA)].flatMap((match) => {
    const formula = tidy(match.slice(1).find((part) => part !== undefined) ?? "");
    return formula.includes("=") ? [formula] : [];
  });
}

function tidy(spelling: string): string {
  return spelling.replace(SILENT, "").replaceAll("×", "*").replaceAll("÷", "/").replaceAll("−", "-");
}
