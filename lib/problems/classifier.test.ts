import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "#lib/statistics/seeded.ts";
import { classify, type Example, LEAST_PER_CLASS, trainClassifier } from "./classifier.ts";

function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const learn = <Label>(examples: readonly Example<Label>[]) => finish(trainClassifier(examples));

/** Texts that each draw a few words from their class's own list and a few from everybody's. */
function texts(classes: Record<string, string>, each: number, seed = 7): Example<string>[] {
  const random = seeded(seed);
  const draw = (from: readonly string[], count: number) =>
    Array.from({ length: count }, () => from[Math.floor(random() * from.length)]).join(" ");
  const common = "find the value of all such that for which is then what".split(" ");
  return Array.from({ length: each }, () =>
    Object.entries(classes).map(([label, own]) => ({
      label,
      text: `${draw(common, 6)} ${draw(own.split(" "), 3)} ${draw(common, 4)}`,
    })),
  ).flat();
}

const MATHS = {
  Geometry: "triangle circle angle perpendicular radius area \\triangle \\angle",
  "Number theory": "divisor prime remainder modulo integer gcd \\pmod digit",
  Calculus: "derivative integral limit \\int \\lim maximum tangent slope",
};

const CHINESE = [
  ...[
    "三角形的面积是多少",
    "圆的半径是三厘米求周长",
    "求直角三角形的斜边",
    "两条直线的夹角是多少",
    "正方形的面积和周长",
  ],
  ...["求三角形的外接圆半径", "圆的面积与半径的关系", "等边三角形的高是多少"],
].map((text) => ({ text, label: "几何" }));
const CHINESE_NUMBERS = [
  ...[
    "求最大公约数",
    "这个整数除以七的余数",
    "有多少个质数小于一百",
    "求最小公倍数",
    "两个整数的公约数有几个",
  ],
  ...["哪个质数能整除这个整数", "这个数的末位数字是几", "除以九余数是二的整数"],
].map((text) => ({ text, label: "数论" }));

describe("a classifier", () => {
  test("learns what tells the classes apart and says how sure it is", () => {
    const learnt = learn(texts(MATHS, 40));
    expect(learnt?.trainedOn).toBe(120);
    expect(learnt?.accuracy).toBeGreaterThan(0.95);
    expect(learnt?.calibrationError).toBeLessThan(0.1);
    const [best, ...rest] = learnt ? classify(learnt, "Find the \\angle of the triangle in the circle") : [];
    expect(best?.label).toBe("Geometry");
    expect(best?.confidence).toBeGreaterThan(0.8);
    expect(rest).toHaveLength(2);
  });

  test("isn't sure of anything where labels are drawn by lot", () => {
    const random = seeded(3);
    const labels = Object.keys(MATHS);
    const drawn = texts(MATHS, 60).map(({ text }) => ({
      text,
      label: labels[Math.floor(random() * 3)] ?? "",
    }));
    const learnt = learn(drawn);
    expect(learnt?.accuracy).toBeLessThan(0.5);
    const sure = texts(MATHS, 20, 8).map(({ text }) =>
      learnt ? (classify(learnt, text)[0]?.confidence ?? 0) : 1,
    );
    expect(sure.reduce((a, b) => a + b, 0) / sure.length).toBeLessThan(0.5);
  });

  test("reads Chinese, which has no spaces between words", () => {
    const learnt = learn([...CHINESE, ...CHINESE_NUMBERS]);
    const best = (text: string) => (learnt ? classify(learnt, text)[0]?.label : undefined);
    expect(best("三角形和圆的面积")).toBe("几何");
    expect(best("求两个质数的余数")).toBe("数论");
  });

  test(`says nothing below ${LEAST_PER_CLASS} texts in each of two classes, and leaves smaller classes out`, () => {
    expect(learn(texts(MATHS, LEAST_PER_CLASS - 1))).toBeNull();
    expect(learn(texts({ Geometry: MATHS.Geometry }, 50))).toBeNull();
    expect(learn([])).toBeNull();
    const few = texts({ Calculus: MATHS.Calculus }, LEAST_PER_CLASS - 1);
    const others = texts(
      { Geometry: MATHS.Geometry, "Number theory": MATHS["Number theory"] },
      LEAST_PER_CLASS,
    );
    const learnt = learn([...few, ...others]);
    expect(learnt?.labels.toSorted()).toEqual(["Geometry", "Number theory"]);
    expect(learnt?.trainedOn).toBe(2 * LEAST_PER_CLASS);
  });

  test("is the same when it learns the same again", () => {
    const probe = "What is the remainder of the area";
    const [one, two] = [learn(texts(MATHS, 12)), learn(texts(MATHS, 12))];
    expect(one && classify(one, probe)).toEqual(two && classify(two, probe));
    expect(one?.accuracy).toBe(two?.accuracy);
  });

  test("gives every text each class once, with confidences that add up to 1, or nothing at all", () => {
    const learnt = learn(texts(MATHS, 10));
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const found = learnt ? classify(learnt, text) : [];
        if (found.length === 0) return;
        expect(found.map(({ label }) => label).toSorted()).toEqual(Object.keys(MATHS).toSorted());
        expect(found.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
        const confidences = found.map(({ confidence }) => confidence);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      }),
    );
    expect(learnt && classify(learnt, "")).toEqual([]);
    expect(learnt && classify(learnt, "zzz qqq xxx")).toEqual([]);
  });
});
