// Programs a second in Lemma's sandbox, against a new `python3` process for each, in the same run.
//   node bench/python.ts [programs at a time, 1 and all processors by default]
// The cost of one program is its own plus that of writing the interpreter's memory back (about 26 MB, with SymPy
// about 60 MB), whatever the number of programs; a process for each pays for Python's start, and for SymPy's import.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { segmentText } from "#lib/formats/segments.ts";
import { WHEELS } from "#lib/python/packages.ts";
import { openSandbox } from "#lib/python/pool.ts";

const execute = promisify(execFile);
const trajectories = join(import.meta.dirname, "..", "..", "shared", "data", "gsm8k", "tora-70b.jsonl");
/** Its loop doesn't end: the recorded run was stopped as well. Both sides would measure their time limit. */
const ENDLESS = 881;
/** A process that imports SymPy takes so long that it runs only a part of the programs; the first ones, of each kind. */
const PEER_SYMPY_PROGRAMS = 48;

type Work = (code: string) => Promise<string>;

const codeOf = (text: string): string =>
  segmentText(text)
    .flatMap(({ type, content }) => (type === "code" ? [content] : []))
    .join("\n");

function toraPrograms(): string[] {
  const rows = readFileSync(trajectories, "utf8").trim().split("\n");
  return rows.flatMap((row): string[] => {
    const { idx, code }: { idx: number; code: [string] } = JSON.parse(row);
    return idx === ENDLESS ? [] : [codeOf(code[0])];
  });
}

/** Those of ToRA's programs that use SymPy, over and over. */
function toraSympyPrograms(): string[] {
  const programs = toraPrograms().filter((program) => program.includes("sympy"));
  return Array.from({ length: 20 }, () => programs).flat();
}

/** Heavier ones: small tasks of a competition's kind, each with other numbers. */
function sympyTasks(count: number): string[] {
  const tasks = [
    (n: number) => `print(solve(x**2 - ${n + 3}*x + ${n}, x))`,
    (n: number) => `print(factor(x**3 - ${n * n}*x))`,
    (n: number) => `print(integrate(x**2 * sin(${n}*x), x))`,
    (n: number) => `print(simplify((x**2 - ${n * n})/(x - ${n})))`,
    (n: number) => `print(Matrix([[1, ${n}], [2, 3]]).det(), Rational(${n}, 7) + Rational(1, 3))`,
    (n: number) => `print(solve([x + y - ${n}, x - y - 1], [x, y]))`,
    (n: number) => `print(limit((1 + ${n}/x)**x, x, oo), binomial(${n + 9}, 4))`,
    (n: number) => `print(diff(exp(${n}*x)*cos(x), x))`,
  ];
  return Array.from({ length: count }, (_, at) => {
    const task = tasks[at % tasks.length];
    return `from sympy import *\nx, y = symbols("x y")\n${task?.(2 + Math.floor(at / tasks.length)) ?? ""}`;
  });
}

async function timed(programs: readonly string[], atATime: number, work: Work) {
  const outputs: string[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < programs.length) {
        const at = next;
        next += 1;
        outputs[at] = await work(programs[at] ?? "");
      }
    }),
  );
  return { perSecond: programs.length / ((performance.now() - start) / 1000), outputs };
}

async function measure(
  name: string,
  programs: readonly string[],
  peerShare: number,
  peer: Work,
  atATime: number,
) {
  // While one interpreter forgets its program, another takes the next; more than there are processors are no use.
  const sandbox = openSandbox();
  const inSandbox: Work = async (code) => (await sandbox.run({ blocks: [code] })).stdout;
  // Starting an interpreter and importing SymPy take seconds, but it stays warm for days.
  const start = performance.now();
  await Promise.all(Array.from({ length: sandbox.size }, () => inSandbox("import sympy")));
  const started = ((performance.now() - start) / 1000).toFixed(1);
  await timed(programs.slice(0, 20 * atATime), atATime, inSandbox);
  const ours = await timed(programs, atATime, inSandbox);
  const theirs = await timed(programs.slice(0, peerShare), atATime, peer);
  const differing = theirs.outputs.filter((output, at) => output !== ours.outputs[at]).length;
  await sandbox.close();
  console.info(
    `${name}, ${atATime} at a time: ${ours.perSecond.toFixed(1)} programs/s (${programs.length}), ` +
      `python3 for each: ${theirs.perSecond.toFixed(1)} (${theirs.outputs.length}), ` +
      `ratio ${(ours.perSecond / theirs.perSecond).toFixed(1)}; ${differing} outputs differ; start with SymPy ${started} s`,
  );
}

const sizes = process.argv[2] ? [Number(process.argv[2])] : [1, availableParallelism()];
const { stdout: found } = await execute("python3", [
  "-c",
  "import sys; print(sys.executable, sys.version.split()[0])",
]);
const [python = "python3", version] = found.trim().split(" ");
const folder = mkdtempSync(join(tmpdir(), "lemma-bench-"));
const peer: Work = async (code) => {
  const ran = await execute(python, ["-c", code], {
    env: { PATH: process.env["PATH"], PYTHONPATH: folder, NODE_ENV: "test" },
  }).catch((error: { stdout?: string }) => ({ stdout: error.stdout ?? "" }));
  return ran.stdout;
};
console.info(`${cpus().length} × ${cpus()[0]?.model}; peer: ${python} ${version}`);
try {
  const wanted = WHEELS.map((wheel) => `${wheel.name}==${wheel.version}`);
  await execute(python, ["-m", "pip", "install", "--quiet", "--target", folder, ...wanted]);
  for (const size of sizes) {
    if (existsSync(trajectories)) {
      const programs = toraPrograms();
      await measure("ToRA's programs on GSM8K", programs, programs.length, peer, size);
      await measure("ToRA's programs with SymPy", toraSympyPrograms(), PEER_SYMPY_PROGRAMS, peer, size);
    } else console.warn(`SKIPPED: ${trajectories} isn't there.`);
    await measure("SymPy tasks", sympyTasks(200), PEER_SYMPY_PROGRAMS, peer, size);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);
