import type { Measured } from "#lib/models/measured.ts";

/** A reward, or, where it can't be said which of several classes counts, what there is to choose from. */
export type RewardValue = { kind: "value"; value: number } | { kind: "choose"; classes: string[] };

/**
 * The value that counts of what a reward model gave. `counts`: a class's name, or its place from 0; with one value
 * alone it isn't needed.
 */
export function rewardValue({ values }: Measured, counts: string | null): RewardValue {
  const [first] = values;
  if (counts === null && values.length === 1 && first) return { kind: "value", value: first.value };
  const chosen =
    counts === null
      ? undefined
      : (values.find(({ label }) => label === counts) ??
        (/^\d+$/.test(counts) ? values[Number(counts)] : undefined));
  if (chosen) return { kind: "value", value: chosen.value };
  return { kind: "choose", classes: values.map(({ label }, at) => label ?? String(at)) };
}
