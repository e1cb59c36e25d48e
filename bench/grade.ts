/**
 * How fast and how well final answers are compared: `node bench/grade.ts`. Measures answers a second on the 5000
 * reference answers of MATH (in `shared/data` beside the checkout's folder; skipped aloud where it is missing)
 * against themselves and their reformatted copies, verdicts on the pairs labelled by hand, and the longest single
 * comparison of hostile answers. The peer is math-verify in the same run, so that the ratios can be compared between
 * machines; without pip or Python the peer is skipped aloud. `undecided` here is by the rules alone: what the rules
 * leave, SymPy in the sandbox is asked. The labelled pairs are what the rules were developed with and follow the
 * house's choices for units, words and dates, so they flatter Lemma: a fair comparison takes pairs that nobody who
 * works on the rules has seen.
 */
import { existsSync, readFileSync } from "node:fs";
import { compareAnswers } from "#lib/answers/equal.ts";
import { extractAnswer } from "#lib/answers/extract.ts";
import { HOSTILE_PAIRS } from "#lib/answers/testing/hostile-pairs.ts";
import { LABELLED_PAIRS, type LabelledPair } from "#lib/answers/testing/labelled-pairs.ts";
import { REFORMATTINGS } from "#lib/answers/testing/reformattings.ts";
import { installPeer, type Peer, type PeerOutcome, type PeerPair, WAYS, type Way } from "./math-verify.ts";

const MATH = new URL("../../shared/data/math/test.jsonl", import.meta.url);
/** The peer is slower by orders of magnitude: it gets every 25th reformatted copy, every 5th other pair. */
const COPIES_SHARE = 25;
const PAIRS_SHARE = 5;
const PEER_SECONDS = 900;
const PEER_HOSTILE_SECONDS = 20;
const MOST_MS = 200;
/** Categories that rest on the house's choices more than on mathematics; math-verify doesn't mean to know them all. */
const CONVENTIONS = new Set(
  "percentages money units degrees bases yes-no choices words dates times unbalanced python-output".split(
    " ",
  ),
);

const whole = (value: number) => Math.round(value).toLocaleString("en");
const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)}%`;
const say = (label: string, text: string) => console.info(`${label.padEnd(34)}${text}`);

function grade(pairs: readonly PeerPair[]): { seconds: number; equal: number; different: number } {
  const count = { equal: 0, different: 0, undecided: 0 };
  const start = performance.now();
  for (const [reference, prediction] of pairs) count[compareAnswers(reference, prediction).outcome] += 1;
  return { seconds: (performance.now() - start) / 1000, equal: count.equal, different: count.different };
}

async function speed(label: string, pairs: readonly PeerPair[], peer: Peer | null, way: Way, share: number) {
  const ours = grade(pairs);
  const rate = pairs.length / ours.seconds;
  const tally = `${percent(ours.equal, pairs.length)} equal, ${percent(ours.different, pairs.length)} different`;
  say(label, `Lemma ${whole(rate)} answers/s, ${tally} of ${whole(pairs.length)}`);
  if (!peer) return;
  const sample = pairs.filter((_, at) => at % share === 0);
  const theirs = await peer.judge(way, sample, PEER_SECONDS);
  if (!theirs) return say("", `math-verify didn't end within ${PEER_SECONDS} s`);
  const equal = theirs.outcomes.filter((outcome) => outcome === "equal").length;
  const theirRate = sample.length / theirs.seconds;
  say(
    "",
    `math-verify (${way}) ${whole(theirRate)} answers/s, ${percent(equal, sample.length)} equal of ${whole(sample.length)}`,
  );
  say("", `ratio ${(rate / theirRate).toFixed(0)}: Lemma is that many times as fast`);
}

async function speeds(peer: Peer | null, way: Way) {
  if (!existsSync(MATH)) return say("speed", `SKIPPED: there is no ${MATH.pathname}`);
  const lines = readFileSync(MATH, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  // The file is fixed: SOURCES.md beside it describes its shape.
  const solutions = lines.map((line) => (JSON.parse(line) as { solution: string }).solution);
  const texts = solutions.map((solution) => extractAnswer(solution)?.answer ?? "");
  const copies = REFORMATTINGS.flatMap(([, , format]) =>
    texts.map((text): PeerPair => [text, format(text)]).filter(([text, copy]) => text !== copy),
  );
  const others = texts.map((text, at): PeerPair => [text, texts[(at * 7 + 13) % texts.length] ?? ""]);
  grade(copies);
  const themselves = texts.map((text): PeerPair => [text, text]);
  await speed("MATH, itself (same text)", themselves, peer, way, PAIRS_SHARE);
  await speed("MATH, reformatted copies", copies, peer, way, COPIES_SHARE);
  await speed("MATH, each with another", others, peer, way, PAIRS_SHARE);
}

type Judged = { label: LabelledPair["label"]; outcome: PeerOutcome | "undecided" };

/** Prints one grader's figures; gives how many it judged right. */
function accuracy(name: string, judged: readonly Judged[]): number {
  const of = (label: Judged["label"], ...outcomes: Judged["outcome"][]) =>
    judged.filter((pair) => pair.label === label && outcomes.includes(pair.outcome)).length;
  const equals = judged.filter(({ label }) => label === "equal").length;
  const differents = judged.filter(({ label }) => label === "different").length;
  const open = of("equal", "undecided", "unread") + of("different", "undecided", "unread");
  const right = of("equal", "equal") + of("different", "different");
  say(
    name,
    [
      `right ${percent(right, equals + differents)}`,
      `equal found ${percent(of("equal", "equal"), equals)}`,
      `false equals ${percent(of("different", "equal"), differents)} (${of("different", "equal")})`,
      `false differents ${percent(of("equal", "different"), equals)} (${of("equal", "different")})`,
      `open ${percent(open, equals + differents)} (${open})`,
    ].join(", "),
  );
  return right;
}

/** Gives the way in which the peer did best. */
async function accuracies(peer: Peer | null): Promise<Way> {
  const pairs = LABELLED_PAIRS.filter(({ label }) => label !== "either");
  say("labelled pairs", `${pairs.length} with a firm label; open: undecided, or unread by math-verify`);
  const ours = pairs.map(({ label, reference, prediction }) => ({
    label,
    outcome: compareAnswers(reference, prediction).outcome,
  }));
  accuracy("Lemma, rules alone", ours);
  const isMaths = pairs.map(({ category }) => !CONVENTIONS.has(category));
  const maths = (judged: readonly Judged[]) => judged.filter((_, at) => isMaths[at]);
  accuracy("  mathematics only", maths(ours));
  let bestWay: { way: Way; right: number } = { way: "boxed", right: 0 };
  if (!peer) return bestWay.way;
  const input = pairs.map(({ reference, prediction }): PeerPair => [reference, prediction]);
  const ways: (readonly PeerOutcome[])[] = [];
  for (const way of WAYS) {
    const judged = await peer.judge(way, input, PEER_SECONDS);
    if (!judged) {
      say(`math-verify, ${way}`, `didn't end within ${PEER_SECONDS} s`);
      continue;
    }
    ways.push(judged.outcomes);
    const outcomes = pairs.map(({ label }, at) => ({ label, outcome: judged.outcomes[at] ?? "unread" }));
    const right = accuracy(`math-verify, ${way}`, outcomes);
    accuracy("  mathematics only", maths(outcomes));
    if (right > bestWay.right) bestWay = { way, right };
  }
  const best = pairs.map(({ label }, at): Judged => {
    const outcomes = ways.map((outcomes) => outcomes[at] ?? "unread");
    const right = outcomes.find((outcome) => outcome === label);
    return { label, outcome: right ?? outcomes[0] ?? "unread" };
  });
  accuracy("math-verify, by hindsight", best);
  return bestWay.way;
}

async function hostile(peer: Peer | null) {
  const ours = HOSTILE_PAIRS.flatMap(([what, reference, prediction]) =>
    [
      [reference, prediction],
      [prediction, reference],
    ].map(([from = "", to = ""]) => {
      const start = performance.now();
      compareAnswers(from, to);
      return { what, ms: performance.now() - start };
    }),
  ).sort((a, b) => b.ms - a.ms);
  const [worst] = ours;
  say(
    "hostile answers",
    `Lemma's longest of ${ours.length}: ${worst?.ms.toFixed(1)} ms, ${worst?.what}; ` +
      `${ours.filter(({ ms }) => ms > MOST_MS).length} above ${MOST_MS} ms`,
  );
  say(
    "",
    ours
      .slice(1, 5)
      .map(({ what, ms }) => `${what} ${ms.toFixed(1)} ms`)
      .join("; "),
  );
  if (!peer) return;
  let longest = { what: "", ms: 0 };
  const unfinished: string[] = [];
  for (const [what, reference, prediction] of HOSTILE_PAIRS) {
    const judged = await peer.judge("dollars", [[reference, prediction]], PEER_HOSTILE_SECONDS);
    if (!judged) unfinished.push(what);
    else if (judged.longestMs > longest.ms) longest = { what, ms: judged.longestMs };
  }
  say(
    "",
    `math-verify's longest of ${HOSTILE_PAIRS.length - unfinished.length}: ${whole(longest.ms)} ms, ${longest.what}; ` +
      `${unfinished.length} never ended (${PEER_HOSTILE_SECONDS} s) or died${unfinished.length > 0 ? `: ${unfinished.join("; ")}` : ""}`,
  );
}

const installed = await installPeer();
const peer = typeof installed === "string" ? null : installed;
if (typeof installed === "string") say("math-verify", `SKIPPED: ${installed}`);
try {
  const way = await accuracies(peer);
  await speeds(peer, way);
  await hostile(peer);
} finally {
  await peer?.close();
}
