import type { ProseToken } from "./arithmetic-reader.ts";
import { Prose, type Side } from "./arithmetic-sides.ts";
import { newSteps, type Steps } from "./steps.ts";

/**
 * `left = right`, both closed arithmetic. `≈` also stands for "about"; `is` for the verb. `last`: no further `=`
 * follows. `otherBase`: the text speaks of numbers in other bases than ten.
 */
export type Link = {
  readonly left: Side;
  readonly right: Side;
  readonly relation: "=" | "≈" | "is";
  readonly last: boolean;
  readonly otherBase: boolean;
};

/**
 * A place where a text states arithmetic and its result, characters `start` up to `end`. `link` is what the prose
 * says, `mark` what a calculator mark in it says (GSM8K, Cobbe et al. 2021: `48/2 = <<48/2=24>>24`); one of them may
 * be missing. `copied` sets the mark's calculation beside the number that stands behind the mark. All places
 * count in the text.
 */
export type Statement = {
  readonly start: number;
  readonly end: number;
  readonly link: Link | null;
  readonly mark: Link | null;
  readonly copied: Link | null;
};

const APPROXIMATELY = /^(?:about|approximately|approx|roughly|around|nearly|almost|circa)$/i;

/** What stands right of a relation: where the arithmetic begins, and a calculator mark before it. */
function rightStart(prose: Prose, relation: number): { at: number; mark: ProseToken | null; about: boolean } {
  let mark: ProseToken | null = null;
  let about = false;
  let at = relation + 1;
  for (; ; at += 1) {
    const token = prose.tokens[at];
    if (token?.kind === "mark") mark = token;
    else if (token?.kind === "relation" && token.text === "≈") about = true;
    else if (token?.kind === "word" && APPROXIMATELY.test(token.text)) about = true;
    else if (token?.kind !== "quiet") break;
  }
  return { at, mark, about };
}

/** The calculation in a calculator mark: its last link that has something to calculate. */
function readMark(token: ProseToken, steps: Steps): Link | null {
  const links = findLinks(new Prose(token.text.slice(2, -2), steps));
  const link = links.findLast((found) => found.link && found.link.left.operators > 0)?.link;
  if (!link) return null;
  const moved = (side: Side): Side => ({
    ...side,
    start: side.start + token.start + 2,
    end: side.end + token.start + 2,
    cuts: side.cuts.map((cut) => ({ ...cut, end: cut.end + token.start + 2 })),
  });
  return { ...link, left: moved(link.left), right: moved(link.right) };
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/**
 * The statement with the signs that belong to it: money's dollar sign before it, and what closes bold type, a box or
 * mathematics that began inside; but not the dollar signs that enclose all of it.
 */
function withSigns(text: string, start: number, end: number): { start: number; end: number } {
  const inside = text.slice(start, end);
  const near = inside.slice(-200);
  let [from, to] = [start, end];
  if (text.charAt(end) === "}" && count(near, "{") > count(near, "}")) to += 1;
  if (text.startsWith("**", end) && count(near, "**") % 2 === 1) to += 2;
  const dollar = text.charAt(start - 1) === "$" && text.charAt(start - 2) !== "$";
  if (dollar && text.charAt(end) !== "$") from -= text.charAt(start - 2) === "\\" ? 2 : 1;
  else if (dollar && inside.includes("$")) [from, to] = [start - 1, end + 1];
  return { start: from, end: to };
}

function statement(
  text: string,
  start: number,
  end: number,
  parts: Omit<Statement, "start" | "end">,
): Statement {
  return { ...withSigns(text, start, end), ...parts };
}

/** Is there anything to calculate? `x = 3` and `60 minutes = 1 hour` say nothing that arithmetic could check. */
function calculates(left: Side, right: Side, inChain: boolean): boolean {
  return left.operators > 0 || right.operators > 0 || inChain;
}

function findLinks(prose: Prose): Statement[] {
  const found: Statement[] = [];
  const marked = new Set<ProseToken>();
  for (const [index, token] of prose.tokens.entries()) {
    if (token.kind === "relation") {
      const { at, mark, about } = rightStart(prose, index);
      const left = prose.side(prose.endingAt.get(index));
      const right = prose.side(prose.startingAt.get(at));
      const calculated = mark && readMark(mark, prose.steps);
      if (mark) marked.add(mark);
      const verbal = token.text === "is" && left !== null && !prose.opensClause(left);
      const relation = about ? "≈" : token.text === "≈" || token.text === "is" ? token.text : "=";
      const inChain = left !== null && prose.tokens[prose.before(left.from)]?.kind === "relation";
      const shared = {
        relation,
        last: right !== null && prose.tokens[right.to]?.kind !== "relation",
        otherBase: prose.otherBase,
      } as const;
      const subject = left && verbal ? { ...left, certain: false } : left;
      const link =
        subject && right && calculates(subject, right, inChain) ? { left: subject, right, ...shared } : null;
      if (!link && !calculated) continue;
      const start = link?.left.start ?? mark?.start ?? token.start;
      const end = right?.end ?? mark?.end ?? token.end;
      const copied = calculated && right ? { left: calculated.left, right, ...shared } : null;
      found.push(statement(prose.text, start, end, { link, mark: calculated, copied }));
    } else if (token.kind === "mark" && !marked.has(token)) {
      const calculated = readMark(token, prose.steps);
      if (!calculated) continue;
      const { at } = rightStart(prose, index);
      const right = prose.side(prose.startingAt.get(at));
      const copied = right && { ...calculated, right };
      found.push(
        statement(prose.text, token.start, right?.end ?? token.end, { link: null, mark: calculated, copied }),
      );
    }
  }
  return found;
}

/**
 * Finds each place where `text` states closed arithmetic and its result, in order of place: `48/2 = 24`, calculator
 * marks, `3 apples * 2 = 6 apples`, `20% of 50 is 10`, `\frac{1}{2} \times 8 = 4`; a link of a chain `a = b = c` is
 * a statement of its own. Anything with a variable, a definition (`total = 12`), a date or a ratio is none. Linear
 * in the length of the text, never throws; stops where `steps` are out. Offsets are in UTF-16 units.
 */
export function findStatements(text: string, steps: Steps = newSteps()): readonly Statement[] {
  return findLinks(new Prose(text, steps));
}
