/**
 * How far Lemma and math-verify agree on real outputs: `node bench/grade-outputs.ts`. The four models' solutions of
 * GSM8K and ToRA 70B's trajectories (in `shared/data` beside the checkout's folder), each judged as a whole path by
 * both, and the answer that Lemma found by both. Prints every difference.
 */
import { existsSync, readFileSync } from "node:fs";
import { bareAnswer } from "#lib/answers/extract.ts";
import { segmentsOf } from "#lib/answers/testing/trajectory.ts";
import { checkPath } from "#lib/answers/verdict.ts";
import { installPeer, type Peer, type PeerPair, type Way } from "./math-verify.ts";

const DATA = new URL("../../shared/data/gsm8k/", import.meta.url);
const MODELS = ["6b_finetuning", "6b_verification", "175b_finetuning", "175b_verification"] as const;
const PEER_SECONDS = 900;

type Output = { reference: string; text: string; recorded: boolean };

function rows<Row>(file: string): Row[] {
  const lines = readFileSync(new URL(file, DATA), "utf8").split("\n");
  // The files are fixed and described in SOURCES.md.
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Row);
}

function outputs(): [string, Output[]][] {
  type Row = { ground_truth: string } & Record<
    (typeof MODELS)[number],
    { solution: string; is_correct: boolean }
  >;
  const solutions = rows<Row>("example_model_solutions.jsonl");
  const models = MODELS.map((model): [string, Output[]] => [
    model,
    solutions.map((row) => ({
      reference: bareAnswer(row.ground_truth),
      text: row[model].solution,
      recorded: row[model].is_correct,
    })),
  ]);
  type Trajectory = { gt: string; code: [string]; pred: [string] };
  const number = (text: string): number => Number(text.replaceAll(",", ""));
  const tora = rows<Trajectory>("tora-70b.jsonl").map(({ gt, code, pred }) => ({
    reference: gt,
    text: code[0],
    recorded: Math.abs(number(gt) - number(pred[0])) < 1e-6,
  }));
  return [...models, ["ToRA 70B", tora]];
}

async function agreement(name: string, all: readonly Output[], peer: Peer) {
  const ours = all.map(({ reference, text }) => checkPath({ reference, segments: segmentsOf(text) }));
  const whole = all.map(({ reference, text }): PeerPair => [reference, text]);
  const bare = all.map(({ reference }, at): PeerPair => [reference, ours[at]?.answer ?? ""]);
  const right = (verdicts: readonly boolean[]) =>
    verdicts.filter((verdict, at) => verdict === all[at]?.recorded).length;
  const correct = ours.map(({ verdict }) => verdict === "correct");
  console.info(`${name}: ${all.length} outputs; Lemma as recorded ${right(correct)}`);
  const inputs: [string, Way, PeerPair[]][] = [
    ["whole text", "plain", whole],
    ["Lemma's extraction", "dollars", bare],
  ];
  for (const [what, way, pairs] of inputs) {
    const judged = await peer.judge(way, pairs, PEER_SECONDS);
    if (!judged) {
      console.info(`  math-verify, ${what}: didn't end within ${PEER_SECONDS} s`);
      continue;
    }
    const theirs = judged.outcomes.map((outcome) => outcome === "equal");
    const differing = all.flatMap(({ reference, text, recorded }, at) =>
      theirs[at] === correct[at]
        ? []
        : [{ at, reference, recorded, lemma: ours[at], tail: text.slice(-80), peer: theirs[at] }],
    );
    console.info(
      `  math-verify, ${what}: as recorded ${right(theirs)}, as Lemma ${all.length - differing.length}`,
    );
    for (const { at, reference, recorded, lemma, tail, peer } of differing)
      console.info(
        `    row ${at}, expected ${reference}, recorded ${recorded}: Lemma ${lemma?.verdict} (${lemma?.answer}), ` +
          `math-verify ${peer}; ends ${JSON.stringify(tail)}`,
      );
  }
}

if (!existsSync(DATA)) console.info(`SKIPPED: there is no ${DATA.pathname}`);
else {
  const peer = await installPeer();
  if (typeof peer === "string") console.info(`SKIPPED: ${peer}`);
  else
    try {
      for (const [name, all] of outputs()) await agreement(name, all, peer);
    } finally {
      await peer.close();
    }
}
