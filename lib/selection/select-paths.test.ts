import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { selectionRule } from "./contract.ts";
import { type SelectablePath, selectPaths } from "./select-paths.ts";

const text = (content: string) => [{ type: "text" as const, content }];

function path(id: number, content: string, part: Partial<SelectablePath> = {}): SelectablePath {
  return {
    id,
    segments: text(content),
    verdict: "correct",
    flaw: null,
    execution: null,
    wrongSteps: 0,
    critique: null,
    rewardRank: null,
    ...part,
  };
}

const rule = (part: object = {}) => selectionRule.parse(part);

const paths = fc
  .array(
    fc.record({
      words: fc.array(fc.constantFrom("1+1=2", "2*3=6", "so", "we", "get", "eight", "4+4=8"), {
        maxLength: 6,
      }),
      verdict: fc.constantFrom("correct" as const, "correct" as const, "incorrect" as const),
      critique: fc.constantFrom(null, 3, 8),
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map(({ words, ...part }, at) => path(at + 1, `${words.join(". ")}.`, part)));

const rules = fc.record({
  k: fc.integer({ min: 1, max: 4 }),
  distance: fc.constantFrom("lcs", "equations", "program"),
  least: fc.constantFrom(0, 0.2),
  exactUpTo: fc.constantFrom(0, 12),
  duplicates: fc.constantFrom("reasoning", "text", "none"),
});

describe("selectPaths", () => {
  test("decides on every path once, keeps no more than k, and gives each a reason", () => {
    fc.assert(
      fc.property(paths, rules, (given, part) => {
        const found = selectPaths(given, rule(part));
        expect(found.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(given.map(({ id }) => id));
        const kept = found.filter((one) => one.kept);
        expect(kept.length).toBeLessThanOrEqual(part.k);
        const passing = given.filter(({ verdict }) => verdict === "correct");
        expect(kept.length > 0).toBe(passing.length > 0);
        const ids = new Set(kept.map(({ id }) => id));
        for (const one of found) {
          expect(one.kept ? one.nearest !== one.id : (one.detail ?? "").length > 0).toBe(true);
          if (one.nearest !== null) expect(ids.has(one.nearest)).toBe(true);
          if (!one.kept && kept.length > 0) expect(one.distance).not.toBeNull();
        }
        expect(kept.map(({ place }) => place).toSorted()).toEqual(kept.map((_, at) => at));
        if (part.duplicates === "reasoning")
          expect(new Set(kept.map(({ shape }) => shape)).size).toBe(kept.length);
      }),
    );
  });

  test("comes to the same whatever order the paths come in", () => {
    fc.assert(
      fc.property(paths, rules, fc.integer(), (given, part, salt) => {
        const shuffled = given.toSorted((a, b) => ((a.id * 31 + salt) % 7) - ((b.id * 31 + salt) % 7));
        const byId = (found: ReturnType<typeof selectPaths>) => found.toSorted((a, b) => a.id - b.id);
        expect(byId(selectPaths(shuffled, rule(part)))).toEqual(byId(selectPaths(given, rule(part))));
      }),
    );
  });

  test("of equal reasoning the preferred one stays, and the other names it as nearest", () => {
    const found = selectPaths(
      [path(1, "1+1=2. So 2."), path(2, "Well, 1+1=2, that is 2.", { critique: 9 }), path(3, "2*3=6.")],
      rule({ gates: { critique: null } }),
    );
    expect(found.map(({ id, kept, reason }) => [id, kept, reason])).toEqual([
      [2, true, "all_kept"],
      [1, false, "duplicate"],
      [3, true, "all_kept"],
    ]);
    expect(found.find(({ id }) => id === 1)?.nearest).toBe(2);
  });

  test("of three with room for two, the two that are farthest apart stay", () => {
    const found = selectPaths(
      [path(1, "a b c d e f"), path(2, "a b c d e g"), path(3, "u v w x y z")],
      rule({ k: 2 }),
    );
    expect(found.map(({ id, kept, reason }) => [id, kept, reason])).toEqual([
      [1, true, "first"],
      [2, false, "crowded"],
      [3, true, "most_distant"],
    ]);
    expect(found[1]).toMatchObject({ nearest: 1, distance: expect.closeTo(1 / 6, 10) });
  });

  test("one that is nearer than allowed is dropped though there is room", () => {
    const found = selectPaths([path(1, "a b c d e f"), path(2, "a b c d e g")], rule({ least: 0.3 }));
    expect(found.map(({ reason }) => reason)).toEqual(["first", "too_near"]);
  });

  test("nothing to keep is no error: each says why, and there is no nearest", () => {
    const found = selectPaths([path(1, "x", { verdict: "incorrect" })], rule());
    expect(found).toEqual([
      expect.objectContaining({
        kept: false,
        reason: "verdict",
        step: "verdict",
        nearest: null,
        distance: null,
      }),
    ]);
  });
});
