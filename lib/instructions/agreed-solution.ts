import { describeAnswer } from "#lib/answers/describe.ts";
import { compareAnswers } from "#lib/answers/equal.ts";
import { extractAnswer } from "#lib/answers/extract.ts";
import type { GateFault } from "./gates.ts";
import { withoutThoughts } from "./thoughts.ts";

/** A solution as a model gave it, thoughts and all; or why there is none. */
export type Proposed = { text: string; fault: null } | { text: null; fault: string };

export type Agreed =
  | { solution: string; answer: string; fault: null }
  | { solution: string | null; answer: null; fault: GateFault };

/** How an answer must have been found in a reply to count as stated: not as its last number, or what stands out. */
const DECLARED = new Set(["boxed", "hashes", "phrase", "a-line", "bold", "display"]);

/**
 * The solution that is kept of those that a model gave to one problem, without its thoughts, and its answer. One reply
 * must state an answer that the rules can compare. Of several, more than half of those that were asked for must come
 * to one answer (self-consistency, X. Wang et al., ICLR 2023); the first of these is kept.
 */
export function agreedSolution(proposed: readonly Proposed[]): Agreed {
  const replies = proposed.flatMap(({ text }) => (text === null ? [] : withoutThoughts(text).trim()));
  if (replies.length === 0) {
    const detail = proposed[0]?.fault ?? "No solution was asked for.";
    return { solution: null, answer: null, fault: { reason: "no_solution", detail } };
  }
  const stated = replies.flatMap((reply) => {
    const found = extractAnswer(reply);
    return found !== null && found.answer.trim() !== "" && DECLARED.has(found.rule)
      ? [{ solution: reply, answer: found.answer.trim() }]
      : [];
  });
  const [first] = stated;
  if (!first) {
    const detail =
      proposed.length > 1 ? "None of the solutions states an answer." : "The solution states no answer.";
    return { solution: replies[0] || null, answer: null, fault: { reason: "no_solution", detail } };
  }
  const votes = stated.map(({ answer }) => stated.filter((other) => isEqual(answer, other.answer)).length);
  const most = Math.max(...votes);
  const chosen = stated[votes.indexOf(most)] ?? first;
  if (most * 2 <= proposed.length) {
    const answers = [...new Set(stated.map(({ answer }) => answer))].slice(0, 5).join("; ");
    const detail = `No answer is that of more than half of ${proposed.length} solutions: ${answers}.`;
    return { solution: chosen.solution, answer: null, fault: { reason: "unequal_solutions", detail } };
  }
  const unchecked = uncheckable(chosen.answer);
  if (unchecked !== null) {
    return {
      solution: chosen.solution,
      answer: null,
      fault: { reason: "uncheckable_answer", detail: unchecked },
    };
  }
  return { ...chosen, fault: null };
}

function isEqual(one: string, other: string): boolean {
  return compareAnswers(one, other).outcome === "equal";
}

/** Words and what isn't read can only be compared letter by letter, which judges right paths wrong. */
function uncheckable(answer: string): string | null {
  const { kind, words } = describeAnswer(answer);
  return kind === "unread" || kind === "words" || kind === "nothing"
    ? `Its answer “${answer.slice(0, 80)}” can only be compared letter by letter (${words}).`
    : null;
}
