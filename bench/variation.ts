/**
 * What becomes of real seeds in a variation run: `node bench/variation.ts [seeds] [tries] [shown]`. The 1,319 test
 * questions of GSM8K with ToRA 70B's programs (in `shared/data` beside the checkout's folder; skipped aloud where they
 * are missing): how many make a template, and of evenly spread ones among these, what their variants come to. At last
 * some accepted variants to be read.
 */
import { existsSync, readFileSync } from "node:fs";
import { compareAnswers } from "#lib/answers/equal.ts";
import { segmentText } from "#lib/formats/segments.ts";
import { bareCode } from "#lib/instructions/variation/bare-code.ts";
import { valuesToTry } from "#lib/instructions/variation/preview-variants.ts";
import { templateOf } from "#lib/instructions/variation/template-of.ts";
import { openTemplate, type Tools, tryVariant } from "#lib/instructions/variation/try-variant.ts";
import { openSandbox } from "#lib/python/pool.ts";

const TORA = new URL("../../shared/data/gsm8k/tora-70b.jsonl", import.meta.url);
const [SEEDS = 200, TRIES = 5, SHOWN = 50] = process.argv.slice(2).map(Number);

interface Row {
  question: string;
  gt: string;
  code: [string];
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function list(title: string, counts: ReadonlyMap<string, number>): void {
  console.info(title);
  for (const [what, times] of [...counts].toSorted(([, a], [, b]) => b - a))
    console.info(`${String(times).padStart(7)}  ${what}`);
}

function spread<T>(items: readonly T[], wanted: number): T[] {
  const step = Math.max(1, items.length / wanted);
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, wanted);
}

/** The sort of a reason: without what is particular to one seed. */
function sortOf(reason: string): string {
  return reason.replace(/:.*$/s, "").slice(0, 100);
}

async function main(): Promise<void> {
  if (!existsSync(TORA)) return console.warn(`SKIPPED: ${TORA.pathname} isn't there.`);
  const rows: Row[] = readFileSync(TORA, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const sandbox = openSandbox();
  const tools: Tools = {
    run: (program) => sandbox.run(program, { limits: { milliseconds: 8_000 } }),
    compare: async (reference, answer) => compareAnswers(reference, answer),
  };
  const made = new Map<string, number>();
  const seeds: { text: string; answer: string; program: string; id: number }[] = [];
  for (const [id, { question, gt, code }] of rows.entries()) {
    const blocks = segmentText(code[0]).filter(({ type }) => type === "code");
    if (blocks.length === 0) {
      count(made, "no program");
      continue;
    }
    const program = bareCode(blocks.map(({ content }) => content).join("\n"));
    const { template, reason } = templateOf(question, program);
    count(made, template ? "a template" : sortOf(reason ?? ""));
    if (template) seeds.push({ text: question, answer: gt, program, id });
  }
  list(`\n${rows.length} programs`, made);

  const opened = new Map<string, number>();
  const reasons = new Map<string, number>();
  const accepted: string[] = [];
  const started = performance.now();
  let variants = 0;
  await tools.run({ blocks: ["print(1)"] });
  const warm = performance.now();
  for (const seed of spread(seeds, SEEDS)) {
    const template = await openTemplate(tools, seed, null);
    count(opened, "reason" in template ? sortOf(template.reason) : "its program gives the reference answer");
    if ("reason" in template) continue;
    const values = valuesToTry(template.template, { problem: seed.id, seed: 1, tries: TRIES });
    const tried = await Promise.all(values.map((one) => tryVariant(tools.run, template, one)));
    for (const { refused, text, answer, values: used } of tried) {
      variants += 1;
      count(reasons, refused?.reason ?? "accepted");
      if (!refused)
        accepted.push(
          `#${seed.id} ${JSON.stringify(used)}\n  was: ${seed.text} → ${seed.answer}\n  now: ${text} → ${answer}`,
        );
    }
  }
  const seconds = (performance.now() - warm) / 1000;
  list(`\n${Math.min(SEEDS, seeds.length)} of the templates`, opened);
  list(`\n${variants} variants`, reasons);
  console.info(
    `\n${(variants / seconds).toFixed(0)} variants a second (${((warm - started) / 1000).toFixed(1)} s to start Python)`,
  );
  console.info(`\n${SHOWN} accepted variants\n${spread(accepted, SHOWN).join("\n")}`);
  await sandbox.close();
}

await main();
