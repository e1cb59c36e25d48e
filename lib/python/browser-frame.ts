// The script of the isolated frame (frame.html) between a page of the studio and the worker in which Python runs.
// The frame has an origin of its own, so nothing in it has the person's cookies, storage or the page's document.
import type { BrowserFiles, BrowserMessage, BrowserRequest } from "./contract.ts";

const studio = new URL(import.meta.url).origin;
/** A start is answered by one message and a run by two: who says more is not the program that we started. */
const ANSWERS = 2;
const TEXT_CHARACTERS = 4_000_000;

// Chromium makes no module worker from a blob in a frame without an origin, so a plain one imports the module.
const script = `import(${JSON.stringify(new URL("browser-worker.ts", import.meta.url).href)}).catch((error) =>
  postMessage(JSON.stringify({ type: "broken", message: String(error).slice(0, 500) })));`;
const scriptUrl = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));

let files: BrowserFiles | null = null;
let worker: Worker | null = null;
let epoch = 0;
let answersLeft = 0;

function tell(text: string): void {
  const message: BrowserMessage = { epoch, text };
  parent.postMessage(message, studio);
}

function end(message: string): void {
  stop();
  tell(JSON.stringify({ type: "broken", message }));
}

function stop(): void {
  if (!worker) return;
  worker.onmessage = worker.onerror = null;
  worker.terminate();
  worker = null;
}

function start(): void {
  stop();
  answersLeft = ANSWERS;
  const started = new Worker(scriptUrl);
  worker = started;
  started.onerror = (event) => end(event.message || "Python's worker ended.");
  // The first word says that the worker listens; then it gets its files.
  started.onmessage = () => {
    started.onmessage = ({ data }: MessageEvent<unknown>) => {
      answersLeft -= 1;
      if (answersLeft < 0 || typeof data !== "string" || data.length > TEXT_CHARACTERS)
        end("The program spoke out of turn.");
      else tell(data);
    };
    started.postMessage(files);
  };
}

addEventListener("message", ({ source, origin, data }: MessageEvent<BrowserRequest>) => {
  if (source !== parent || origin !== studio) return;
  if (data.type === "start") {
    files = data.files ?? files;
    epoch = data.epoch;
    start();
  } else if (data.epoch === epoch && worker) {
    answersLeft = ANSWERS;
    const { id, program, outputCharacters } = data;
    worker.postMessage({ id, program, outputCharacters });
  }
});
