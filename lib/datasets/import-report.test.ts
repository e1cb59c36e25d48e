import { expect, it } from "vitest";
import { nothingImported } from "./import-report.ts";

it("says how many were rejected, the first one's line, field and reason, and both ways on", () => {
  const first = { line: 7, field: "answer", message: "Give the reference answer as text." };
  const one = nothingImported(1, "line", first);
  expect(one).toContain("1 line was rejected. Line 7, answer: Give the reference answer as text. Mend");
  expect(nothingImported(1200, "record", { ...first, field: null })).toContain(
    "1,200 records were rejected. Line 7: Give",
  );
});
