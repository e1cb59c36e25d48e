import { joinSegments } from "#lib/formats/segments.ts";
import type { Execution, Program } from "#lib/python/contract.ts";
import type { Template } from "../contract/variation.ts";
import type { GateFault } from "../gates.ts";
import type { Values } from "./constraint.ts";
import { degenerateFault } from "./degenerate.ts";
import { exactAnswer } from "./exact-answer.ts";
import { renderVariant } from "./render.ts";
import { templateOf } from "./template-of.ts";
import { readWatched, type Watched, watchedProgram } from "./watched-program.ts";

/** Runs a program in a sandbox. */
export type RunProgram = (program: Program) => Promise<Execution>;

/** Is an answer the reference? With the reason where it isn't. */
export type CompareWithReference = (
  reference: string,
  answer: string,
) => Promise<{ outcome: "equal" | "different" | "undecided"; reason: string }>;

export interface Tools {
  run: RunProgram;
  compare: CompareWithReference;
}

export interface Seed {
  text: string;
  answer: string | null;
  /** Python, from its worked solution or a correct path, as `bareCode` leaves it; null where there is none. */
  program: string | null;
}

/** A template with what its program comes to for the seed's own values. */
export interface OpenTemplate {
  template: Template;
  own: Watched;
}

export interface TriedVariant {
  values: Values;
  text: string;
  program: string;
  output: string;
  answer: string | null;
  refused: GateFault | null;
}

/** `answer`: what the program gave nevertheless; null where it gave nothing. */
export interface NoTemplate {
  reason: string;
  template: Template | null;
  answer: string | null;
}

export const NO_PROGRAM =
  "It has no Python solution. Put a program that computes the answer into the worked solution, in a ```python block, or verify a correct path with code.";

/** What a person saved counts as long as the statement and the program are those that it was made from. */
export function isCurrent(seed: Seed, saved: Template | null): saved is Template {
  return saved !== null && saved.statement === seed.text && saved.program === seed.program;
}

/**
 * Makes a seed a template, with the ranges that a person saved where there are some, and makes sure that its program
 * is right: for the seed's own numbers it must come to the reference answer. Otherwise the reason in words.
 */
export async function openTemplate(
  { run, compare }: Tools,
  seed: Seed,
  saved: Template | null,
): Promise<OpenTemplate | NoTemplate> {
  if (seed.program === null) return { reason: NO_PROGRAM, template: null, answer: null };
  const found = isCurrent(seed, saved)
    ? { template: saved, reason: null }
    : templateOf(seed.text, seed.program);
  const { template } = found;
  if (template === null) return { reason: found.reason ?? "", template, answer: null };
  const own = readWatched(await run(watchedProgram(seed.program)));
  if (own.answer === null) {
    return { reason: `Its program fails: ${own.error ?? "it gives no answer"}.`, template, answer: null };
  }
  const answer = exactAnswer(own.answer);
  if (seed.answer === null) {
    return { reason: "It has no reference answer to check its program by.", template, answer };
  }
  const { outcome, reason } = await compare(seed.answer, answer);
  if (outcome === "equal") return { template, own };
  return { reason: `Its program doesn't give its reference answer: ${reason}.`, template, answer };
}

/** A template with other values: its statement, and what its program gives for them, or why they make no problem. */
export async function tryVariant(
  run: RunProgram,
  { template, own }: OpenTemplate,
  values: Values,
): Promise<TriedVariant> {
  const { text, program } = renderVariant(template, values);
  const watched = readWatched(await run(watchedProgram(program)));
  const answer = watched.answer === null ? null : exactAnswer(watched.answer);
  return { values, text, program, output: watched.output, answer, refused: degenerateFault(own, watched) };
}

/** A variant's worked solution: the program that computed its answer, with what it printed. */
export function solutionOf({ program, output }: Pick<TriedVariant, "program" | "output">): string {
  return joinSegments([
    { type: "code", content: program.trim() },
    { type: "output", content: output.trim() },
  ]);
}
