import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutThoughts } from "./thoughts.ts";

const words = fc.string({ maxLength: 30 }).map((text) => text.replaceAll("<", ""));
const said = words.filter((text) => text.trim() !== "");

test("a reply is what stands behind its thoughts, whether or not their beginning is marked", () => {
  fc.assert(
    fc.property(
      words,
      words,
      said,
      fc.constantFrom("think", "thinking", "THINK"),
      (one, two, answer, name) => {
        expect(withoutThoughts(answer)).toBe(answer);
        expect(withoutThoughts(`<${name}>${one}</${name}>${answer}`)).toBe(answer);
        expect(withoutThoughts(`${one}</${name}>${answer}`)).toBe(answer);
        expect(withoutThoughts(`<think>${one}</think><think>${two}</think>${answer}`)).toBe(answer);
        expect(withoutThoughts(`<think>${one}</think>${answer}<think>${two}`)).toBe(answer);
      },
    ),
  );
});

test("thoughts that never end leave nothing, and those behind an answer leave it", () => {
  expect(withoutThoughts("<think>It may be 5. Or 6")).toBe("");
  expect(withoutThoughts("It is 5.<think>Or is it?</think>")).toBe("It is 5.");
});
