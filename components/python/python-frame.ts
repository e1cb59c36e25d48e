import {
  type BrowserAnswer,
  type BrowserFiles,
  type BrowserRequest,
  browserAnswer,
  browserMessage,
  type Program,
} from "#lib/python/contract.ts";

/** The isolated frame in which Python runs. Nothing is loaded before the first start. */
export interface PythonFrame {
  start(epoch: number): void;
  run(epoch: number, id: number, program: Program): void;
  close(): void;
}

export interface FrameEvents {
  answer(epoch: number, answer: BrowserAnswer): void;
  /** The files are there; whether SymPy is among them. */
  loaded(science: boolean): void;
  fail(message: string): void;
}

export type OpenFrame = (events: FrameEvents) => PythonFrame;

const OUTPUT_CHARACTERS = 64_000;

/**
 * What came from the frame, which a hostile program may have made up. Null for what isn't a message of ours; an
 * answer that can't be read means that the interpreter is no longer itself.
 */
export function readMessage(data: unknown): { epoch: number; answer: BrowserAnswer } | null {
  const message = browserMessage.safeParse(data);
  if (!message.success) return null;
  const { epoch, text } = message.data;
  try {
    const answer = browserAnswer.safeParse(JSON.parse(text));
    if (answer.success) return { epoch, answer: answer.data };
  } catch {
    // Then it isn't JSON.
  }
  return { epoch, answer: { type: "broken", message: "The interpreter said something unreadable." } };
}

async function fetched(name: string): Promise<Response> {
  const response = await fetch(`/python/${name}`, { credentials: "omit" });
  if (response.ok) return response;
  throw new Error(`The studio has no ${name} (${response.status}).`);
}

async function loadFiles(): Promise<BrowserFiles> {
  const bytes = async (name: string) => (await fetched(name)).arrayBuffer();
  const text = async (name: string) => (await fetched(name)).text();
  const packages = async () => {
    const response = await fetch("/python/packages.zip", { credentials: "omit" });
    // Without it Python runs all the same, only without SymPy.
    return response.ok ? response.arrayBuffer() : null;
  };
  const [wasm, library, lock, driver, archive] = await Promise.all([
    bytes("pyodide.asm.wasm"),
    bytes("python_stdlib.zip"),
    text("pyodide-lock.json"),
    text("driver.py"),
    packages(),
  ]);
  return { wasm, library, lock, driver, packages: archive };
}

function frameElement(): HTMLIFrameElement {
  const element = document.createElement("iframe");
  // Without `allow-same-origin` it has an origin of its own: no cookies, no storage, no way into this page.
  element.setAttribute("sandbox", "allow-scripts");
  element.src = "/python/frame.html";
  element.title = "Python";
  element.referrerPolicy = "no-referrer";
  element.hidden = true;
  return element;
}

/** Opens the frame in this page. Only its window is listened to, and only it is spoken to. */
export const openPythonFrame: OpenFrame = (events) => {
  const element = frameElement();
  let filesSent = false;
  let wanted = 0;
  let closed = false;

  const isLoaded = new Promise<void>((loaded) =>
    element.addEventListener("load", () => loaded(), { once: true }),
  );
  const send = (request: BrowserRequest, transfer: Transferable[] = []): void => {
    // It has no origin that could be named; what is sent is public files and the program itself.
    element.contentWindow?.postMessage(request, "*", transfer);
  };
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== element.contentWindow) return;
    const message = readMessage(data);
    if (message) events.answer(message.epoch, message.answer);
  };
  window.addEventListener("message", listen);
  document.body.append(element);

  const startFirst = async (): Promise<void> => {
    const [files] = await Promise.all([loadFiles(), isLoaded]);
    if (closed) return;
    events.loaded(files.packages !== null);
    filesSent = true;
    const { wasm, library, packages } = files;
    send({ type: "start", epoch: wanted, files }, [wasm, library, ...(packages ? [packages] : [])]);
  };

  return {
    start(epoch) {
      const isFirst = wanted === 0;
      wanted = epoch;
      if (filesSent) send({ type: "start", epoch, files: null });
      else if (isFirst)
        startFirst().catch((error: unknown) => {
          wanted = 0;
          if (!closed) events.fail(error instanceof Error ? error.message : String(error));
        });
    },
    run(epoch, id, program) {
      send({ type: "run", epoch, id, program, outputCharacters: OUTPUT_CHARACTERS });
    },
    close() {
      closed = true;
      window.removeEventListener("message", listen);
      element.remove();
    },
  };
};
