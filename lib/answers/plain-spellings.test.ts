import { expect, test } from "vitest";
import { respellPlain } from "./plain-spellings.ts";

test("typed signs become commands", () => {
  expect(respellPlain("+/-3")).toBe("\\pm 3");
  expect(respellPlain("US$5")).toBe("$5");
  expect(respellPlain("US \\$5")).toBe("\\$5");
  expect(respellPlain("{x+1 \\over 2}")).toBe("\\frac{x+1 }{ 2}");
  expect(respellPlain("**x = 2** and **x = 3**")).toBe("x = 2 and x = 3");
  expect(respellPlain("x = 2** and **x = 3")).toBe("x = 2 and x = 3");
  expect(respellPlain("A \\bigcup B")).toBe("A \\cup  B");
});

test("everything else stays as it is", () => {
  for (const text of [
    "\\overline{3}",
    "5/-3",
    "US",
    "1+2",
    "\\frac{1}{2}",
    "USD 5",
    "2**10",
    "x**2 + y**2",
    "{\\overrightarrow{AB}}",
  ]) {
    expect(respellPlain(text), text).toBe(text);
  }
});
