/**
 * Hugging Face's math-verify as a peer for bench/grade.ts: installed by pip into a virtual environment in a
 * temporary folder, never part of the product.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const PEER = "math-verify==0.9.0";

export type PeerPair = readonly [reference: string, prediction: string];
export type PeerOutcome = "equal" | "different" | "unread";
export type PeerResult = { outcomes: readonly PeerOutcome[]; seconds: number; longestMs: number };

/** What is extracted and how: the sensible ways to give math-verify two bare answers. */
export const WAYS = ["plain", "dollars", "boxed", "plain and choices", "dollars, not strict"] as const;
export type Way = (typeof WAYS)[number];

/** `unread`: not equal, and one of the two couldn't be read at all; math-verify itself says False. */
const SCRIPT = `
import json, logging, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
logging.disable(logging.CRITICAL)
from math_verify import parse, verify, LatexExtractionConfig, ExprExtractionConfig, StringExtractionConfig
LETTERS = StringExtractionConfig(strings=("A", "B", "C", "D", "E"))
BOTH = [LatexExtractionConfig(), ExprExtractionConfig()]
marked = lambda text: "$" in text or "boxed" in text
dollars = lambda text: text if marked(text) else "$" + text + "$"
WAYS = {
    "plain": (lambda text: text, BOTH, True),
    "dollars": (dollars, BOTH, True),
    "boxed": (lambda text: text if "boxed" in text else "\\\\boxed{" + text + "}", [LatexExtractionConfig(boxed_match_priority=0)], True),
    "plain and choices": (lambda text: text, [LETTERS] + BOTH, True),
    "dollars, not strict": (dollars, BOTH, False),
}
job = json.load(sys.stdin)
wrap, configs, strict = WAYS[job["way"]]
def judge(reference, prediction):
    gold, target = parse(wrap(reference), configs), parse(wrap(prediction), configs)
    if verify(gold, target, strict=strict, allow_set_relation_comp=True):
        return "equal"
    return "different" if gold and target else "unread"
judge("1", "2")
outcomes, longest, start = [], 0, time.perf_counter()
for reference, prediction in job["pairs"]:
    before = time.perf_counter()
    outcomes.append(judge(reference, prediction))
    longest = max(longest, time.perf_counter() - before)
json.dump({"outcomes": outcomes, "seconds": time.perf_counter() - start, "longestMs": 1000 * longest}, sys.stdout)
`;

export type Peer = {
  /** Null where the work wasn't done within the time, or the process ended by itself. */
  judge: (way: Way, pairs: readonly PeerPair[], limitSeconds: number) => Promise<PeerResult | null>;
  close: () => Promise<void>;
};

function run(python: string, input: string, limitSeconds: number): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const child = spawn(python, ["-c", SCRIPT], { stdio: ["pipe", "pipe", "ignore"] });
  const timer = setTimeout(() => child.kill("SIGKILL"), limitSeconds * 1000);
  const chunks: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  child.stdin.on("error", () => child.kill("SIGKILL"));
  child.on("error", () => resolve(null));
  child.on("close", (code) => {
    clearTimeout(timer);
    resolve(code === 0 ? chunks.join("") : null);
  });
  child.stdin.end(input);
  return promise;
}

/** The peer, or in a sentence why it can't be had here. */
export async function installPeer(): Promise<Peer | string> {
  const folder = await mkdtemp(join(tmpdir(), "lemma-bench-"));
  const close = () => rm(folder, { recursive: true });
  const python = join(folder, "bin", "python");
  const commands: [string, string[]][] = [
    ["python3", ["-m", "venv", folder]],
    [python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]],
  ];
  for (const [command, parts] of commands) {
    const done = spawnSync(command, parts, { encoding: "utf8", timeout: 300_000 });
    if (done.status !== 0) {
      await close();
      const why =
        done.error?.message ?? (done.stderr.trim().split("\n").at(-1) || `exit code ${done.status}`);
      return `\`${command} ${parts.join(" ")}\` failed: ${why}`;
    }
  }
  const judge: Peer["judge"] = async (way, pairs, limitSeconds) => {
    const output = await run(python, JSON.stringify({ way, pairs }), limitSeconds);
    // The script above is the only writer of this output.
    return output === null ? null : (JSON.parse(output) as PeerResult);
  };
  return { judge, close };
}
