import { expect, test } from "vitest";
import { pairRow, TRACE } from "../testing/rows.ts";
import { writeTrlDpo } from "./trl-dpo.ts";

test("the bytes are fixed in both styles", () => {
  expect(writeTrlDpo(pairRow, { style: "messages" })).toEqual({
    lines: [
      `{"prompt":[{"role":"user","content":"Why 2?"}],"chosen":[{"role":"assistant","content":${JSON.stringify(TRACE)}}],"rejected":[{"role":"assistant","content":"It is 3."}]}`,
    ],
  });
  expect(writeTrlDpo(pairRow, { style: "text" })).toEqual({
    lines: [`{"prompt":"Why 2?","chosen":${JSON.stringify(`\n${TRACE}`)},"rejected":"\\nIt is 3."}`],
  });
});
