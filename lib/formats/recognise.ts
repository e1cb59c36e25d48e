import { type Shape, type ShapeName, shapeNameSchema } from "./drafts.ts";
import { gsm8k } from "./shapes/gsm8k.ts";
import { instruct } from "./shapes/instruct.ts";
import { lemma } from "./shapes/lemma.ts";
import { math } from "./shapes/math.ts";
import { metamath } from "./shapes/metamath.ts";
import { openaiModelSolutions } from "./shapes/openai-model-solutions.ts";
import { openmathinstruct } from "./shapes/openmathinstruct.ts";
import { preference } from "./shapes/preference.ts";
import { prm800k } from "./shapes/prm800k.ts";
import { sharegpt } from "./shapes/sharegpt.ts";
import { tora } from "./shapes/tora.ts";

const BY_NAME: Readonly<Record<ShapeName, Shape>> = {
  "openai-model-solutions": openaiModelSolutions,
  tora,
  prm800k,
  openmathinstruct,
  metamath,
  gsm8k,
  math,
  preference,
  sharegpt,
  instruct,
  lemma,
};

/** Every shape, the most specific first: a row of one of them is often a row of a later one too. */
export const SHAPES: readonly Shape[] = shapeNameSchema.options.map((name) => BY_NAME[name]);

export function shapeByName(name: ShapeName): Shape {
  return BY_NAME[name];
}

export interface Recognised {
  shape: ShapeName;
  /** How many of the given rows have that shape. */
  matched: number;
}

/**
 * Tells the shape of a file from its first rows, by content: the shape that most rows have, and of several with
 * as many the most specific. Null where no shape fits at least half of the rows.
 */
export function recogniseShape(rows: readonly unknown[]): Recognised | null {
  let best: Recognised | null = null;
  for (const shape of SHAPES) {
    const matched = rows.filter((row) => shape.recognises(row)).length;
    if (matched > (best?.matched ?? 0)) best = { shape: shape.name, matched };
  }
  return best !== null && best.matched * 2 >= rows.length ? best : null;
}
