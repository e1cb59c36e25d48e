import { shuffle } from "./shuffle.ts";

/** Texts by their place: learn from those that are `seen`, and try it on the others. */
export interface Fold {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
}

const FOLDS = 5;
/** From so many texts on, one fifth of them says enough. */
const ENOUGH = 3000;

/**
 * Splits texts into those to learn from and those to try it on, a fifth of each class at a time: five times, so that
 * each text is tried once, or of `ENOUGH` texts one time only. A class of five or more texts is in both parts of every
 * fold. `labels` are the texts' classes from 0 on; `random` deals them out.
 */
export function foldsOf(labels: readonly number[], random: () => number): Fold[] {
  const dealt = new Uint8Array(labels.length);
  const next: number[] = [];
  for (const at of shuffle([...labels.keys()], random)) {
    const label = labels[at] ?? 0;
    const turn = next[label] ?? label;
    dealt[at] = turn % FOLDS;
    next[label] = turn + 1;
  }
  const folds = Array.from({ length: labels.length >= ENOUGH ? 1 : FOLDS }, (_, fold) => fold);
  return folds.map((fold) => {
    const places = [...labels.keys()];
    return {
      seen: places.filter((at) => dealt[at] !== fold),
      unseen: places.filter((at) => dealt[at] === fold),
    };
  });
}
