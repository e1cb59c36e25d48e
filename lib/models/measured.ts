import { z } from "zod";
import { type Answer, answeredFailure, jsonOf, storable } from "./answer.ts";
import { estimateTokens } from "./cost.ts";
import type { MeasuringProtocol } from "./measuring.ts";
import type { Failure } from "./retry.ts";
import type { Headers } from "./wait-hint.ts";

/** What an endpoint measured: one value, or one a class. `label`: the class's name, where the endpoint says it. */
export const measured = z.object({
  values: z.array(z.object({ label: z.string().nullable(), value: z.number() })).min(1),
});
export type Measured = z.infer<typeof measured>;

const MOST_LABEL = 200;
const numbers = z.array(z.number()).min(1);
const usage = z
  .object({ usage: z.object({ prompt_tokens: z.number().min(0) }) })
  .transform(({ usage: { prompt_tokens } }) => Math.round(prompt_tokens));
const listOf = <Item extends z.ZodType>(item: Item) => z.object({ data: z.array(item).min(1) });
const scored = listOf(z.object({ score: z.number() }));
const classified = listOf(z.object({ label: z.string().nullish(), probs: numbers }));
const pooled = listOf(z.object({ data: z.union([numbers, z.array(numbers).min(1)]) }));
const embedded = listOf(z.object({ embedding: numbers }));
const prediction = z.object({ label: z.string(), score: z.number() });
const predicted = z.union([z.array(prediction).min(1), z.array(z.array(prediction).min(1)).min(1)]);

/**
 * Reads the answer of an endpoint that gives numbers. Its text is what was measured as JSON (see `measured`), of
 * embeddings the vector as base64 of 32-bit floats, little endian. Of values for each token the last token's count:
 * a reward model's value of the whole. `prompt`: what was sent, for estimates of tokens.
 */
export function readMeasure(
  { status, headers, body }: { status: number; headers: Headers; body: string },
  protocol: MeasuringProtocol,
  prompt: string,
): { kind: "answer"; answer: Answer } | Failure {
  const value = jsonOf(body);
  const failure = answeredFailure({ status, headers, body }, value);
  if (failure !== null) return failure;
  const text = textOf(value, protocol);
  if (text === null) {
    const said = storable(body).replace(/\s+/g, " ").slice(0, 200).toWellFormed();
    return { kind: "garbled", reason: `no values in it: ${said || "an empty body"}` };
  }
  const counted = usage.safeParse(value).data;
  return {
    kind: "answer",
    answer: {
      text,
      finishReason: null,
      inputTokens: counted ?? estimateTokens(prompt),
      outputTokens: 0,
      estimated: counted === undefined,
    },
  };
}

function textOf(value: unknown, protocol: MeasuringProtocol): string | null {
  if (protocol === "embeddings") {
    const [first] = embedded.safeParse(value).data?.data ?? [];
    return first ? vectorText(first.embedding) : null;
  }
  const values = valuesOf(value, protocol);
  return values === null ? null : JSON.stringify({ values } satisfies Measured);
}

function valuesOf(
  value: unknown,
  protocol: Exclude<MeasuringProtocol, "embeddings">,
): Measured["values"] | null {
  switch (protocol) {
    case "vllm-score": {
      const [first] = scored.safeParse(value).data?.data ?? [];
      return first ? [{ label: null, value: first.score }] : null;
    }
    case "vllm-classify": {
      const [first] = classified.safeParse(value).data?.data ?? [];
      return first ? unnamed(first.probs) : null;
    }
    case "vllm-pooling": {
      const [first] = pooled.safeParse(value).data?.data ?? [];
      const last = first?.data.at(-1);
      if (first === undefined || last === undefined) return null;
      return unnamed(typeof last === "number" ? first.data.flat() : last);
    }
    case "tei-predict": {
      const classes = predicted.safeParse(value).data?.flat();
      return (
        classes?.map(({ label, score }) => ({
          label: storable(label).slice(0, MOST_LABEL).toWellFormed(),
          value: score,
        })) ?? null
      );
    }
  }
}

/** vLLM names the strongest class alone: the classes are known by their places. */
function unnamed(values: readonly number[]): Measured["values"] {
  return values.map((value) => ({ label: null, value }));
}

/** A vector as text: base64 of its 32-bit floats, little endian. */
export function vectorText(vector: readonly number[]): string {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, 4 * at);
  return bytes.toString("base64");
}
