import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queueSettings, queueSource, skipPolicy } from "#lib/review/contract/queues.ts";
import { NEW_MAKING, NEW_SETTINGS, readNewQueue, readSettings, settingsFormOf } from "./settings-form.ts";

describe("settings", () => {
  const settings = fc
    .record({
      name: fc.constantFrom("Near ties", "π and τ"),
      instructions: fc.string(),
      overlap: fc.integer({ min: 1, max: 20 }),
      extra: fc.integer({ min: 0, max: 10 }),
      skipPolicy: fc.constantFrom(...skipPolicy.options),
      goldShare: fc.integer({ min: 0, max: 50 }).map((percent) => percent / 100),
      hidesVerdict: fc.boolean(),
      target: fc.option(fc.integer({ min: 1, max: 10_000_000 }), { nil: null }),
      deadline: fc.constantFrom(null, "2026-12-01T12:30:00.000Z"),
      leaseMinutes: fc.integer({ min: 1, max: 240 }),
    })
    .map((one) => queueSettings.parse(one));

  test("come back from their form as they went in", () => {
    fc.assert(
      fc.property(settings, (one) => {
        expect(readSettings(settingsFormOf(one)).settings).toEqual(one);
      }),
    );
  });

  test("without a name aren't complete, yet nothing is marked as wrong", () => {
    const { settings: none, errors } = readSettings(NEW_SETTINGS);
    expect(none).toBeNull();
    expect(Object.values(errors).every((error) => error === null)).toBe(true);
    expect(readSettings({ ...NEW_SETTINGS, name: "First" }).settings).toMatchObject({ overlap: 1 });
  });

  test("with a number out of range say so at its field", () => {
    const { settings: none, errors } = readSettings({ ...NEW_SETTINGS, name: "x", goldShare: "60" });
    expect(none).toBeNull();
    expect(errors.goldShare).toBe("Type a number from 0 to 50.");
  });
});

describe("a new queue", () => {
  const settings = queueSettings.parse({ name: "Near ties" });

  test("of pairs has gold units and takes new pairs in, as asked", () => {
    const source = queueSource.parse({ kind: "pair" });
    const form = { ...NEW_MAKING, order: "closest", gold: "20", takesIn: true } as const;
    expect(readNewQueue(settings, source, form).queue).toMatchObject({
      order: "closest",
      gold: 20,
      takesIn: true,
      limit: 10_000,
    });
  });

  test("of another kind has neither, whatever was chosen before", () => {
    const source = queueSource.parse({ kind: "seed" });
    const form = { ...NEW_MAKING, order: "closest", gold: "many", takesIn: true } as const;
    expect(readNewQueue(settings, source, form).queue).toMatchObject({
      order: "random",
      gold: 0,
      takesIn: false,
    });
  });

  test("waits for its settings and its source", () => {
    expect(readNewQueue(null, queueSource.parse({ kind: "seed" }), NEW_MAKING).queue).toBeNull();
    expect(readNewQueue(settings, null, NEW_MAKING).queue).toBeNull();
    expect(readNewQueue(settings, null, { ...NEW_MAKING, limit: "0" }).errors.limit).not.toBeNull();
  });
});
