import { parentPort, workerData } from "node:worker_threads";
import { MEASURES } from "#lib/similarity/measure.ts";
import { openIndex } from "#lib/similarity/similarity-index.ts";
import type { Nearest, NoveltyAnswer, NoveltyOptions, NoveltyRequest } from "./novelty.ts";

if (!parentPort) throw new Error("novelty-thread.ts is a thread's program");
const port = parentPort;
const { measures = MEASURES, ...options }: NoveltyOptions = workerData;
const indexes = measures.map((measure) => ({ measure, index: openIndex({ measure, ...options }) }));

function nearestOf(text: string): Nearest {
  const nearest: Nearest = { "rouge-l": null, lcs: null, "jaccard-words": null, "jaccard-chars": null };
  for (const { measure, index } of indexes) nearest[measure] = index.nearest(text);
  return nearest;
}

port.on("message", (request: NoveltyRequest) => {
  const answer: NoveltyAnswer = { id: request.id, nearest: [] };
  if ("nearest" in request) answer.nearest = request.nearest.map(nearestOf);
  else for (const { key, text } of request.add) for (const { index } of indexes) index.add(key, text);
  port.postMessage(answer);
});
