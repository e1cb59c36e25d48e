import { seededRandom } from "#lib/instructions/random.ts";

/** Whether a problem is held out: the same for the same problem and seed, whatever other problems there are. */
export function isHeldOut(problemId: number, seed: number, share: number): boolean {
  return seededRandom(seed, problemId)() < share;
}
