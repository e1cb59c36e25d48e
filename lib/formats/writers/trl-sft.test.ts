import { expect, test } from "vitest";
import { pathRow } from "../testing/rows.ts";
import { writeTrlSft } from "./trl-sft.ts";

test("the bytes are fixed in both styles", () => {
  expect(writeTrlSft(pathRow, { style: "messages" })).toEqual({
    lines: ['{"messages":[{"role":"user","content":"Why 2?"},{"role":"assistant","content":"It is 2."}]}'],
  });
  expect(writeTrlSft(pathRow, { style: "text" })).toEqual({
    lines: ['{"prompt":"Why 2?","completion":"\\nIt is 2."}'],
  });
});
