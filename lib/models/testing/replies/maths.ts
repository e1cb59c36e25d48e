import { createHash } from "node:crypto";
import type { ChatBody, ReplyPlan } from "../reply-plan.ts";

const PEOPLE = ["Ada", "Blaise", "Carl", "Daniel", "Emmy", "Felix", "Grace", "Hypatia", "Isaac", "Julia"];
const THINGS = ["apples", "books", "coins", "drums", "eggs", "flags", "gloves", "hats", "inks", "jars"];
const PLACES = ["market", "school", "harbour", "library", "garden", "station", "museum", "farm"];

/** Whole numbers from 0 to `below - 1` that depend on the text and the place alone. */
function chance(text: string): (place: number, below: number) => number {
  const digest = createHash("sha256").update(text).digest();
  return (place, below) =>
    createHash("sha256").update(digest).update(String(place)).digest().readUInt32BE(0) % below;
}

/** A maths problem that depends on the seed text and its place alone, with its solution. */
export function mathsProblem(
  seed: string,
  place: number,
): { problem: string; solution: string; answer: string } {
  const pick = chance(`${seed}#${place}`);
  const name = (at: number, list: readonly string[]) => list[pick(at, list.length)] ?? "";
  const [first, second] = [2 + pick(0, 97), 2 + pick(1, 47)];
  const [who, what, where] = [name(2, PEOPLE), name(3, THINGS), name(4, PLACES)];
  const total = first * second;
  return {
    problem: `${who} carries ${first} ${what} to the ${where} each day. How many ${what} is that after ${second} days?`,
    solution: `Each day there are ${first} ${what}, for ${second} days: ${first} * ${second} = ${total}.\nThe answer is ${total}.`,
    answer: String(total),
  };
}

/** The words of a request, which the reply depends on alone. */
export function wordsOf({ messages, seed }: ChatBody): string {
  return JSON.stringify([messages, seed ?? null]);
}

/**
 * Answers like a model that is good at maths: a request that speaks of "N problems" or "N new problems" gets that
 * many as JSON (`{"problems": [{problem, solution, answer}]}`), the question of the Test button (a sum, as JSON) gets
 * its answer, any other the solution of its last product.
 */
export function reply(request: ChatBody): ReplyPlan {
  const words = request.messages.map(({ content }) => content).join("\n");
  const wanted = /(\d+) (?:new )?problems/.exec(words)?.[1];
  if (wanted !== undefined) {
    const seed = wordsOf(request);
    const problems = Array.from({ length: Number(wanted) }, (_, place) => mathsProblem(seed, place));
    return { kind: "answer", text: JSON.stringify({ problems }) };
  }
  const sum = /^What is (\d+) \+ (\d+)\?.*JSON/.exec(words);
  if (sum !== null)
    return { kind: "answer", text: JSON.stringify({ answer: Number(sum[1]) + Number(sum[2]) }) };
  const numbers = [...words.matchAll(/\d+/g)].slice(-2).map(([digits]) => BigInt(digits));
  const product = numbers.reduce((one, other) => one * other, 1n);
  return { kind: "answer", text: `${numbers.join(" * ")} = ${product}.\nThe answer is ${product}.` };
}
