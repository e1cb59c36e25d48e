import fc from "fast-check";
import { expect, it } from "vitest";
import { percent, progressLine } from "./progress-line.ts";

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { written, line: progressLine({ isTTY, write: (text) => written.push(text) }) };
}

it("writes over its line, and only what has changed", () => {
  const { written, line } = terminal(true);
  line.show("1 %");
  line.show("1 %");
  line.show("2 %");
  line.clear();
  line.clear();
  expect(written).toEqual(["\r\u001b[2K1 %", "\r\u001b[2K2 %", "\r\u001b[2K"]);
});

it("writes nothing into a file or a pipe", () => {
  const { written, line } = terminal(false);
  line.show("1 %");
  line.clear();
  expect(written).toEqual([]);
});

it("says 100 % of nothing but the whole", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (part, whole) => {
      expect(percent(part, whole) === "100 %").toBe(whole > 0 && part >= whole);
    }),
  );
});
