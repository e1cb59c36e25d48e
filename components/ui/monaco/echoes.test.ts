import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { received, withSent } from "./echoes.ts";

const texts = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 30 });

describe("texts that come back from where they were sent", () => {
  test("are echoes, late or not, and with some left out", () => {
    fc.assert(
      fc.property(
        texts.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all), fc.array(fc.boolean()))),
        ([all, back, order]) => {
          const [sending, returning] = [[...all], [...back]];
          let waiting: readonly string[] = [];
          const isSent = (text: string) => !sending.includes(text);
          for (const first of [...order, ...all.map(() => true), ...back.map(() => false)]) {
            const text = first || !returning[0] || !isSent(returning[0]) ? sending.shift() : undefined;
            if (text !== undefined) {
              waiting = withSent(waiting, text);
              continue;
            }
            const value = returning.shift();
            if (value === undefined) continue;
            const arrived = received(waiting, value);
            expect(arrived.isEcho).toBe(true);
            waiting = arrived.waiting;
          }
        },
      ),
    );
  });

  test("aren't those that were never sent, after which none is waited for", () => {
    fc.assert(
      fc.property(texts, fc.string(), (sent, other) => {
        fc.pre(!sent.includes(other));
        const waiting = sent.reduce(withSent, [] as readonly string[]);
        expect(received(waiting, other)).toEqual({ isEcho: false, waiting: [] });
      }),
    );
  });

  test("are waited for up to a number", () => {
    const waiting = Array.from({ length: 1000 }, (_, at) => `${at}`).reduce(
      withSent,
      [] as readonly string[],
    );
    expect(waiting).toHaveLength(200);
    expect(waiting.at(-1)).toBe("999");
  });
});
