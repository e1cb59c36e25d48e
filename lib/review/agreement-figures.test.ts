import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, type VotedUnit } from "./agreement-figures.ts";

const unit = (...categories: string[]): VotedUnit =>
  categories.map((category, at) => ({ reviewer: `r${at}`, category }));

describe("agreement over units", () => {
  test("of one mind is 1, with an interval that says so", () => {
    const { units, percent, alphaNominal, fleiss } = agreementOf(
      [unit("first", "first"), unit("second", "second"), unit("tie", "tie"), unit("first", "first")],
      "pair",
    );
    expect(units).toBe(4);
    expect(percent).toEqual({ kind: "defined", value: 1, low: 1, high: 1 });
    expect(alphaNominal).toMatchObject({ kind: "defined", value: 1 });
    expect(fleiss).toMatchObject({ kind: "defined", value: 1 });
  });

  test("of Krippendorff's two observers and ten units is 0.095 (Computing Krippendorff's Alpha-Reliability, 2011, A)", () => {
    const a = "0100000010".split("");
    const b = "1110010000".split("");
    const { alphaNominal } = agreementOf(
      a.map((one, at) => unit(one, b[at] ?? "")),
      "seed",
    );
    expect(alphaNominal.kind === "defined" && alphaNominal.value).toBeCloseTo(0.0952, 4);
  });

  test("is undefined in words, never NaN, without two answers to a unit, or where all say the same", () => {
    const lone = agreementOf([unit("first"), unit("second")], "pair");
    expect(lone).toEqual({
      units: 0,
      percent: { kind: "undefined", why: "No unit has two answers yet." },
      alphaNominal: { kind: "undefined", why: "No unit has two answers yet." },
      alphaOrdinal: { kind: "undefined", why: "No unit has two answers yet." },
      fleiss: { kind: "undefined", why: "No unit has two answers yet." },
    });
    const same = agreementOf([unit("tie", "tie"), unit("tie", "tie")], "pair");
    expect(same.percent).toMatchObject({ value: 1 });
    expect(same.alphaNominal).toMatchObject({
      kind: "undefined",
      why: expect.stringContaining("always said the same"),
    });
  });

  test("of grades counts how far they are apart", () => {
    const near = agreementOf([unit("2", "3"), unit("8", "9"), unit("5", "5")], "score");
    const far = agreementOf([unit("2", "9"), unit("8", "3"), unit("5", "5")], "score");
    const value = (of: typeof near) =>
      of.alphaOrdinal?.kind === "defined" ? of.alphaOrdinal.value : Number.NaN;
    expect(value(near)).toBeGreaterThan(0.5);
    expect(value(far)).toBeLessThan(0);
    expect(agreementOf([unit("good", "bad")], "seed").alphaOrdinal).toBeNull();
  });

  test("leaves Fleiss' kappa to the units with as many answers as most have", () => {
    const two = [unit("a", "a"), unit("b", "b"), unit("a", "b")];
    expect(agreementOf([...two, unit("a", "b", "a")], "seed").fleiss).toEqual(
      agreementOf(two, "seed").fleiss,
    );
  });

  test("is a finite figure or says why it isn't, whatever was answered; an interval lies around it", () => {
    const said = fc.array(fc.constantFrom("first", "second", "tie", "both_bad"), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), (units) => {
        const { percent, alphaNominal, alphaOrdinal, fleiss } = agreementOf(
          units.map((one) => unit(...one)),
          "pair",
        );
        for (const figure of [percent, alphaNominal, alphaOrdinal, fleiss]) {
          if (figure?.kind === "undefined") expect(figure.why).not.toBe("");
          else {
            expect(Number.isFinite(figure?.value)).toBe(true);
            expect((figure?.low ?? 0) <= (figure?.high ?? 0)).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
