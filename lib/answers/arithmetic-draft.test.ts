import { expect, test } from "vitest";
import { Draft } from "./arithmetic-draft.ts";
import type { ProseToken } from "./arithmetic-reader.ts";

const number = (text: string, start: number): ProseToken => ({
  kind: "number",
  text,
  start,
  end: start + text.length,
  spaced: false,
});

/** `12+3-` with the last sign left hanging. */
function drafted(): Draft {
  const draft = new Draft();
  draft.write(number("12", 5));
  draft.complete(1, 7);
  draft.sign("+", true);
  draft.write(number("3", 8));
  draft.complete(3, 9);
  draft.sign("-", true);
  return draft;
}

test("what stands behind the last complete operand is left out", () => {
  const piece = drafted().finish(0, 3, "eggs");
  expect(piece).toMatchObject({
    from: 0,
    stop: 3,
    to: 3,
    start: 5,
    end: 9,
    spelling: "12+3",
    operators: 1,
    tail: "eggs",
  });
  expect(piece?.cuts).toEqual([{ end: 7, spelling: "12" }]);
  expect(piece?.additive).toBe(true);
});

test("nothing complete is no piece", () => {
  expect(new Draft().finish(0, 0, "")).toBeNull();
});

test("two divisions in a row, a power of a negative number, a factor after a division can be read in two ways", () => {
  const twice = drafted();
  twice.sign("/", true);
  expect(twice.finish(0, 3, "")?.ambiguous).toBe(false);
  twice.sign("/", true);
  expect(twice.finish(0, 3, "")?.ambiguous).toBe(true);
  const power = new Draft();
  power.write(number("-2", 0));
  power.complete(1, 2);
  power.sign("^", true);
  expect(power.finish(0, 1, "")?.ambiguous).toBe(true);
});

test("a doubtful unit makes the piece unsure", () => {
  const draft = drafted();
  draft.unit("eggs", true);
  expect(draft.finish(0, 3, "")).toMatchObject({ sure: true, units: ["eggs"] });
  draft.unit("days he works", false);
  expect(draft.finish(0, 3, "")?.sure).toBe(false);
});
