import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeNameSchema } from "#lib/formats/drafts.ts";
import { planFile, planImport } from "./import-plan.ts";

const gsm8k = { question: "What is 1 + 1?", answer: "1 + 1 = <<1+1=2>>2\n#### 2" };

describe("planImport", () => {
  it("recognises the shape of the first rows and drafts by it", () => {
    const planned = planImport({}, [gsm8k]);
    expect(planned).toMatchObject({ ok: true, plan: { shape: "gsm8k" } });
    const drafts = planned.ok ? planned.plan.draft(gsm8k) : null;
    expect(drafts).toMatchObject({
      ok: true,
      value: { problems: [{ answer: "2" }], paths: [{ kind: "cot" }] },
    });
  });

  it("takes the shape that was chosen, whatever the rows look like", () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapeNameSchema.options), (shape) => {
        expect(planImport({ shape }, [gsm8k])).toMatchObject({ ok: true, plan: { shape } });
      }),
    );
  });

  it("lets a mapping by hand come before a shape", () => {
    const mapping = { problem: "question" };
    const planned = planImport({ mapping, shape: "math" }, [gsm8k]);
    expect(planned).toMatchObject({ ok: true, plan: { shape: null } });
    const drafts = planned.ok ? planned.plan.draft(gsm8k) : null;
    expect(drafts).toMatchObject({
      ok: true,
      value: { problems: [{ problem: "What is 1 + 1?" }], paths: [] },
    });
  });

  it("fills model, split and source from the options, and leaves the solution out where it is told to", () => {
    const planned = planImport({ split: "test", source: "GSM8K, MIT", solutionAsPath: false, model: "" }, [
      gsm8k,
    ]);
    const drafts = planned.ok ? planned.plan.draft(gsm8k) : null;
    expect(drafts).toMatchObject({
      value: { problems: [{ split: "test", source: "GSM8K, MIT" }], paths: [] },
    });
  });

  it("says what to do where it can't tell", () => {
    expect(planImport({}, [{ a: 1 }])).toMatchObject({ ok: false, field: "shape" });
    expect(planImport({}, [])).toMatchObject({ ok: false, field: "shape" });
    expect(planImport({ shape: "nonsense" }, [gsm8k])).toMatchObject({
      ok: false,
      message: expect.stringContaining("gsm8k"),
    });
    expect(planImport({ mapping: {} }, [gsm8k])).toMatchObject({ ok: false, field: "mapping.problem" });
    expect(planImport({ mapping: { problem: "question", colour: "answer" } }, [gsm8k])).toMatchObject({
      ok: false,
      message: expect.stringContaining("subdomain"),
    });
  });
});

describe("planFile", () => {
  it("names the file's own fault where no row can be read", () => {
    const fault = { line: 1, error: { field: null, message: "This isn't JSON." } };
    expect(planFile("unknown", {}, [])).toMatchObject({
      ok: false,
      message: expect.stringContaining("Parquet"),
    });
    expect(planFile("jsonl", {}, [])).toMatchObject({ ok: false, message: "The file has no rows." });
    expect(planFile("jsonl", {}, [fault])).toMatchObject({
      ok: false,
      message: "No row can be read. Line 1: This isn't JSON.",
    });
  });

  it("passes over faulty rows to the shape of the good ones", () => {
    const fault = { line: 1, error: { field: null, message: "This isn't JSON." } };
    expect(planFile("jsonl", {}, [fault, { line: 2, row: gsm8k }])).toMatchObject({
      ok: true,
      plan: { shape: "gsm8k" },
    });
  });
});
