import { expect, test } from "vitest";
import { reasoningOf } from "./reasoning.ts";

const text = (content: string) => ({ type: "text" as const, content });
const code = (content: string) => ({ type: "code" as const, content });
const shape = (...segments: Parameters<typeof reasoningOf>[0]) => reasoningOf(segments).shape;

test("two texts with the same equations in the same order are one way of reasoning", () => {
  expect(shape(text("First 2 + 3 = 5. So 5 * 2 = 10."))).toBe(shape(text("Well, 2+3=5, and then 5*2=10!")));
  expect(shape(text("First 2 + 3 = 5. So 5 * 2 = 10."))).not.toBe(
    shape(text("First 2 + 3 = 5. So 5 * 3 = 15.")),
  );
});

test("where there is a program, the program decides", () => {
  expect(shape(text("Let me compute."), code("x = 2 + 3\nprint(x)"))).toBe(
    shape(text("2 + 2 = 4, surely."), code("total = 2 + 3  # sum\nprint(total)")),
  );
  expect(shape(code("print(2 + 3)"))).not.toBe(shape(text("2 + 3 = 5")));
});

test("without either, only the same words are the same", () => {
  expect(shape(text("It is even."))).toBe(shape(text("It is EVEN")));
  expect(shape(text("It is even."))).not.toBe(shape(text("It is odd.")));
});

test("output is nothing that the path has reasoned", () => {
  const outputs = [{ type: "output" as const, content: "one two three" }];
  expect(reasoningOf([code("print(1)"), ...outputs]).words).toEqual(["print", "1"]);
  expect(reasoningOf([text("Two words"), ...outputs]).words).toHaveLength(2);
});
