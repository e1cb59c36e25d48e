import { parentPort, workerData } from "node:worker_threads";
import { MEASURES, type Measure } from "#lib/similarity/measure.ts";
import { openIndex, type SimilarityIndex } from "#lib/similarity/similarity-index.ts";
import type { Nearest, NoveltyAnswer, NoveltyRequest } from "./novelty.ts";

if (!parentPort) throw new Error("novelty-thread.ts is a thread's program");
const port = parentPort;
const options: { stem?: boolean } = workerData;

const open = (measure: Measure): SimilarityIndex => openIndex({ measure, ...options });
const indexes: Record<Measure, SimilarityIndex> = {
  "rouge-l": open("rouge-l"),
  lcs: open("lcs"),
  "jaccard-words": open("jaccard-words"),
  "jaccard-chars": open("jaccard-chars"),
};

function nearestOf(text: string): Nearest {
  return {
    "rouge-l": indexes["rouge-l"].nearest(text),
    lcs: indexes.lcs.nearest(text),
    "jaccard-words": indexes["jaccard-words"].nearest(text),
    "jaccard-chars": indexes["jaccard-chars"].nearest(text),
  };
}

port.on("message", (request: NoveltyRequest) => {
  const answer: NoveltyAnswer = { id: request.id, nearest: [] };
  if ("nearest" in request) answer.nearest = request.nearest.map(nearestOf);
  else
    for (const { key, text } of request.add) for (const measure of MEASURES) indexes[measure].add(key, text);
  port.postMessage(answer);
});
