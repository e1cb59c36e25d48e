import { type Answer, jsonOf } from "./answer.ts";
import type { Protocol } from "./contract.ts";
import { measured } from "./measured.ts";

const MOST_CLASSES = 8;

/** What an endpoint that gives numbers answered to a test, in words. */
export function measuredWords({ text, estimated }: Answer, protocol: Protocol): string {
  const told = estimated ? " It doesn't count its tokens, so tokens and costs are estimates." : "";
  if (protocol === "embeddings") {
    return `It gives vectors of ${Buffer.from(text, "base64").length / 4} numbers.${told}`;
  }
  const { values } = measured.parse(jsonOf(text));
  const [first] = values;
  if (values.length === 1 && first) return `It gives one value, here ${rounded(first.value)}.${told}`;
  const named = values
    .slice(0, MOST_CLASSES)
    .map(({ label, value }, at) => `${label ?? at}: ${rounded(value)}`);
  const more = values.length > MOST_CLASSES ? ", …" : "";
  return `It gives ${values.length} classes (${named.join(", ")}${more}): a run says which one counts.${told}`;
}

const rounded = (value: number) => Number(value.toPrecision(4));
