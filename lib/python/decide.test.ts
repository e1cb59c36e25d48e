import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { compareAnswers } from "#lib/answers/equal.ts";
import { AppError } from "#lib/errors.ts";
import { SandboxClosed } from "./ask.ts";
import { type AnswerPair, decideAnswers, decideSolutions } from "./decide.ts";
import { openSandbox } from "./pool.ts";
import { HAS_SYMPY } from "./testing/sympy.ts";

const python = openSandbox({ size: 2 });
afterAll(() => python.close());

/** Counts the programs that run in the real sandbox. */
function counting() {
  const seen = { opened: 0, blocks: 0 };
  const open = async () => {
    seen.opened += 1;
    return {
      ...python,
      run: (...[program, options]: Parameters<typeof python.run>) => {
        seen.blocks += 1;
        return python.run(program, options);
      },
    };
  };
  return { seen, open };
}

const pair = (reference: string, prediction: string): AnswerPair => ({ reference, prediction });

/** Equal, different and open pairs that the rules alone can't tell. */
const EQUAL = [
  pair("\\ln(x^2+1)+\\ln(x^2+2)", "\\ln((x^2+1)(x^2+2))"),
  pair("(\\ln(x^2+1)+\\ln 2, 3)", "(\\ln(2x^2+2), 3)"),
  pair("\\sqrt{x^4+2x^2+1}", "x^2+1"),
];
const OPEN = pair("\\lfloor x\\rfloor + \\lfloor x+1/2\\rfloor", "\\lfloor 2x\\rfloor");
const patience = 120_000;

test("what the rules tell, they tell alone: the sandbox isn't opened, and the answer is theirs", async () => {
  const spelling = fc.constantFrom("5", "5.0", "\\frac{10}{2}", "6", "x+1", "1+x", "Sunday", "(1,2)", "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ reference: spelling, prediction: spelling })), async (pairs) => {
      const plain = pairs.map(({ reference, prediction }) => compareAnswers(reference, prediction));
      const { seen, open } = counting();
      expect(await decideAnswers(open, pairs)).toEqual(plain);
      expect(seen.opened).toBe(0);
    }),
    { numRuns: 30 },
  );
});

describe("what the rules can't tell", () => {
  test.skipIf(!HAS_SYMPY)(
    "SymPy decides, all of it in one program, in the order of the pairs",
    {
      timeout: patience,
    },
    async () => {
      for (const { reference, prediction } of EQUAL) {
        expect(compareAnswers(reference, prediction).outcome, reference).toBe("undecided");
      }
      const { seen, open } = counting();
      const pairs = [pair("5", "5"), ...EQUAL, pair("5", "6"), ...EQUAL];
      const decided = await decideAnswers(open, pairs);
      expect(decided.map(({ outcome }) => outcome)).toEqual(
        pairs.map(({ prediction }) => (prediction === "6" ? "different" : "equal")),
      );
      expect(decided[1]).toMatchObject({ method: "symbolic", questions: [] });
      expect(seen.blocks).toBe(1);
    },
  );

  test.skipIf(!HAS_SYMPY)(
    "and SymPy can't either, stays undecided and says so",
    { timeout: patience },
    async () => {
      const [decided] = await decideAnswers(async () => python, [OPEN]);
      expect(decided).toMatchObject({ outcome: "undecided" });
      expect(decided?.reason).toMatch(/; SymPy can't tell either$/);
    },
  );

  test("stays undecided where the sandbox can't be had, and the reason says why", async () => {
    const open = () => Promise.reject(new AppError("unavailable", "There is no Python here."));
    const decided = await decideAnswers(open, [pair("5", "5"), ...EQUAL]);
    expect(decided.map(({ outcome }) => outcome)).toEqual(["equal", "undecided", "undecided", "undecided"]);
    expect(decided[1]?.reason).toMatch(/; There is no Python here\.$/);
  });

  test("stays undecided when time is out, and the rest is there", async () => {
    const never = async () => ({
      ...python,
      run: (...[program, options]: Parameters<typeof python.run>) =>
        python.run({ ...program, blocks: ["while True: pass"] }, options),
    });
    const decided = await decideAnswers(never, [pair("5", "5"), ...EQUAL], undefined, 300);
    expect(decided.map(({ outcome }) => outcome)).toEqual(["equal", "undecided", "undecided", "undecided"]);
    expect(decided[1]?.reason).toMatch(/no time was left to ask SymPy$/);
  });

  test.skipIf(!HAS_SYMPY)(
    "is asked one by one where all together fail, so that one doesn't spoil the others",
    {
      timeout: patience,
    },
    async () => {
      const spoiled = async () => ({
        ...python,
        run: ({ blocks }: { blocks: string[] }, options: Parameters<typeof python.run>[1]) => {
          const hard = blocks.some((block) => block.includes('\\"name\\":\\"y\\"'));
          if (!hard) return python.run({ blocks }, options);
          return python.run({ blocks: ["while True: pass"] }, { ...options, limits: { milliseconds: 500 } });
        },
      });
      const hard = pair("\\ln(y^2+1)+\\ln(y^2+2)", "\\ln((y^2+1)(y^2+2))");
      const decided = await decideAnswers(spoiled, [hard, ...EQUAL]);
      expect(decided.map(({ outcome }) => outcome)).toEqual(["undecided", "equal", "equal", "equal"]);
      expect(decided[0]?.reason).toMatch(/; SymPy gave it up: stopped after 0.5 s$/);
    },
  );
});

describe("a caller who gives up", () => {
  test("gets the signal's reason, before and while SymPy works", async () => {
    const reason = new Error("no longer wanted");
    await expect(decideAnswers(async () => python, EQUAL, AbortSignal.abort(reason))).rejects.toBe(reason);
    const given = new AbortController();
    const late = async () => ({
      ...python,
      run: (...[program, options]: Parameters<typeof python.run>) => {
        const running = python.run({ ...program, blocks: ["while True: pass"] }, options);
        given.abort(reason);
        return running;
      },
    });
    await expect(decideAnswers(late, EQUAL, given.signal)).rejects.toBe(reason);
  });

  test("is not who closed the sandbox under it", async () => {
    const closing = openSandbox({ size: 1 });
    const closed = async () => ({
      ...closing,
      run: (...[program, options]: Parameters<typeof closing.run>) => {
        const running = closing.run(program, options);
        void closing.close();
        return running;
      },
    });
    await expect(decideAnswers(closed, EQUAL)).rejects.toBeInstanceOf(SandboxClosed);
  });
});

test("whole solutions are compared by the answers that they declare", async () => {
  const pairs = [
    pair("We add.\n#### 18", "So it is \\boxed{18.0}."),
    pair("18", "The answer is 20."),
    pair("x = 5", "5"),
  ];
  const { seen, open } = counting();
  expect((await decideSolutions(open, pairs)).map(({ outcome }) => outcome)).toEqual([
    "equal",
    "different",
    "equal",
  ]);
  expect(seen.opened).toBe(0);
});

test("a thousand hostile pairs let the event loop run in between", async () => {
  const pairs = Array.from({ length: 1000 }, (_, n) =>
    pair(`${"(".repeat(200)}${"1+".repeat(300)}${n}`, `\\frac{${"x".repeat(300)}}{${n}}^{9^{9^9}}`),
  );
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const open = () => Promise.reject(new AppError("unavailable", "There is no Python here."));
  await decideAnswers(open, pairs);
  isDone = true;
  expect(turns).toBeGreaterThan(5);
});
