import type { SampleRequest } from "./contract/sampling.ts";
import type { PathKind } from "./contract.ts";

/** One way of asking: a model, a kind of path and a temperature (null: the model's own). */
export interface Setup {
  model: number;
  kind: PathKind;
  temperature: number | null;
}

/** Which sample a slot is: of which problem, by its place in the run, in which setup, and the how-manieth. */
export interface SampleSlot {
  slot: number;
  place: number;
  setup: number;
  copy: number;
}

/** All setups of a run, models first; what is named twice counts once. */
export function setupsOf({
  models,
  kinds,
  temperatures,
}: Pick<SampleRequest, "models" | "kinds" | "temperatures">): Setup[] {
  return [...new Set(models)].flatMap((model) =>
    [...new Set(kinds)].flatMap((kind) =>
      [...new Set(temperatures)].map((temperature) => ({ model, kind, temperature })),
    ),
  );
}

/** Slots are numbered by problem, within a problem by setup, and within a setup by copy. */
export function slotNumber(
  { place, setup, copy }: Omit<SampleSlot, "slot">,
  { setups, k }: { setups: number; k: number },
): number {
  return (place * setups + setup) * k + copy;
}

/** The slots of one model in their order. */
export function* slotsOfModel(
  model: number,
  { problems, setups, k }: { problems: number; setups: readonly Setup[]; k: number },
): Generator<SampleSlot, void, undefined> {
  for (let place = 0; place < problems; place += 1) {
    for (const [setup, { model: asked }] of setups.entries()) {
      if (asked !== model) continue;
      for (let copy = 0; copy < k; copy += 1) {
        const which = { place, setup, copy };
        yield { slot: slotNumber(which, { setups: setups.length, k }), ...which };
      }
    }
  }
}
