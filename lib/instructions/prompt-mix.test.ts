import fc from "fast-check";
import { expect, test } from "vitest";
import { promptMix, type Shown, subdomainOf } from "./prompt-mix.ts";
import { seededRandom } from "./random.ts";

const pool = (from: number) =>
  fc
    .array(fc.constantFrom("Algebra", "Geometry", null), { maxLength: 12 })
    .map((names) => names.map((subdomain, at): Shown => ({ id: from + at, subdomain })));
const pools = fc.record({ seeds: pool(0), instructions: pool(100) });
const mix = fc.record({ seeds: fc.integer({ min: 1, max: 8 }), instructions: fc.nat(4) });
const wish = fc.constantFrom("Algebra", null);

test("a prompt shows each problem once, as many as are wanted or as there are, and seeds in place of what lacks", () => {
  fc.assert(
    fc.property(pools, mix, wish, fc.nat(), (all, wanted, subdomain, seed) => {
      const shown = promptMix(all, wanted, subdomain, seededRandom(seed));
      const ids = shown.map(({ id }) => id);
      const instructions = ids.filter((id) => id >= 100).length;
      expect(new Set(ids).size).toBe(ids.length);
      expect(instructions).toBe(Math.min(wanted.instructions, all.instructions.length));
      expect(ids.length - instructions).toBe(
        Math.min(wanted.seeds + wanted.instructions - instructions, all.seeds.length),
      );
    }),
  );
});

test("of a sub-domain that is asked for, half are shown where there are so many", () => {
  fc.assert(
    fc.property(pools, mix, fc.nat(), (all, wanted, seed) => {
      const fitting = all.seeds.filter(({ subdomain }) => subdomain === "Algebra").length;
      const shown = promptMix(all, { ...wanted, instructions: 0 }, "Algebra", seededRandom(seed));
      const found = shown.filter(({ subdomain }) => subdomain === "Algebra").length;
      expect(found).toBeGreaterThanOrEqual(Math.min(fitting, Math.ceil(wanted.seeds / 2)));
    }),
  );
});

test("a slot's prompt depends on the slot's chance alone", () => {
  const seeds = Array.from({ length: 20 }, (_, id) => ({ id, subdomain: null }));
  const mixOf = (slot: number) =>
    promptMix({ seeds, instructions: [] }, { seeds: 6, instructions: 2 }, null, seededRandom(1, slot));
  expect(mixOf(3)).toEqual(mixOf(3));
  expect(mixOf(3)).not.toEqual(mixOf(4));
});

test("sub-domains are asked for in turn", () => {
  expect([0, 1, 2, 3].map((slot) => subdomainOf(slot, ["a", "b"]))).toEqual(["a", "b", "a", "b"]);
  expect(subdomainOf(5, [])).toBeNull();
});
