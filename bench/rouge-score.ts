/**
 * Google's rouge-score and rapidfuzz as peers for bench/similarity.ts: installed by pip into a virtual environment in
 * a temporary folder, never part of the product.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const PACKAGES = ["rouge-score==0.1.2", "rapidfuzz==3.14.6"];

/** Scores of pairs of texts, and the seconds of processor time that each kind took. */
export interface PairScores {
  rouge: readonly number[];
  rougeSeconds: number;
  stemmed: readonly number[];
  stemmedSeconds: number;
  /** rapidfuzz's LCSseq and Indel of rouge-score's tokens; Indel's is 2 · LCS / (m + n), so ROUGE-L. */
  lcs: readonly number[];
  indel: readonly number[];
}

/** All pairs of some texts by rapidfuzz's `cdist`, whose loop is C++: pairs that reach the threshold, and seconds. */
export interface AllPairs {
  reaching: number;
  seconds: number;
}

export interface Peer {
  pairs(pairs: readonly (readonly [string, string])[]): Promise<PairScores>;
  allPairs(texts: readonly string[], threshold: number): Promise<AllPairs>;
  close(): Promise<void>;
}

const SCRIPT = `
import json, sys, time
from rouge_score import rouge_scorer, tokenize
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq
job = json.load(sys.stdin)
def timed(work):
    start = time.process_time()
    done = work()
    return done, time.process_time() - start
if "pairs" in job:
    def rouge(stem):
        scorer = rouge_scorer.RougeScorer(["rougeL"], use_stemmer=stem)
        return timed(lambda: [scorer.score(a, b)["rougeL"].fmeasure for a, b in job["pairs"]])
    tokens = [[tokenize.tokenize(text, None) for text in pair] for pair in job["pairs"]]
    (plain, seconds), (stemmed, stemmed_seconds) = rouge(False), rouge(True)
    answer = {"rouge": plain, "rougeSeconds": seconds, "stemmed": stemmed, "stemmedSeconds": stemmed_seconds,
              "lcs": [LCSseq.normalized_similarity(a, b) for a, b in tokens],
              "indel": [Indel.normalized_similarity(a, b) for a, b in tokens]}
else:
    ids = {}
    def join():
        # A character for each token, which is rapidfuzz's fastest kind of sequence.
        rows = ["".join(chr(0x10000 + ids.setdefault(t, len(ids))) for t in tokenize.tokenize(text, None)) for text in job["texts"]]
        return process.cdist(rows, rows, scorer=Indel.normalized_similarity, score_cutoff=job["threshold"], workers=1)
    scores, seconds = timed(join)
    answer = {"reaching": int(((scores >= job["threshold"]).sum() - len(job["texts"])) // 2), "seconds": seconds}
json.dump(answer, sys.stdout)
`;

async function ask<Answer>(python: string, job: unknown): Promise<Answer> {
  const child = spawn(python, ["-c", SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(job));
  // The script above is the only writer of this output.
  return JSON.parse(await text(child.stdout)) as Answer;
}

/** The peers, or in a sentence why they can't be had here. */
export async function installPeer(): Promise<Peer | string> {
  const folder = await mkdtemp(join(tmpdir(), "lemma-bench-"));
  const close = () => rm(folder, { recursive: true });
  const python = join(folder, "bin", "python");
  const commands: [string, string[]][] = [
    ["python3", ["-m", "venv", folder]],
    [python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...PACKAGES]],
  ];
  for (const [command, parts] of commands) {
    const done = spawnSync(command, parts, { encoding: "utf8", timeout: 300_000 });
    if (done.status === 0) continue;
    await close();
    const why = done.error?.message ?? (done.stderr.trim().split("\n").at(-1) || `exit code ${done.status}`);
    return `\`${command} ${parts.join(" ")}\` failed: ${why}`;
  }
  return {
    pairs: (pairs) => ask<PairScores>(python, { pairs }),
    allPairs: (texts, threshold) => ask<AllPairs>(python, { texts, threshold }),
    close,
  };
}
