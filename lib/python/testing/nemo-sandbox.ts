import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

export interface StandIn {
  readonly url: string;
  /** Most programs that ran at the same time so far. */
  most(): number;
  /** How many requests have come so far. */
  asked(): number;
  close(): Promise<void>;
}

export const hasPython = spawnSync("python3", ["--version"]).status === 0;

export const hasSympy = spawnSync("python3", ["-c", "import sympy"]).status === 0;

const request = z.object({
  generated_code: z.string(),
  timeout: z.number(),
  language: z.string().default("ipython"),
  std_input: z.string().default(""),
  max_output_characters: z.number().default(1000),
});

/** Takes each request in place of a real server. */
type Answering = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** A server on a port of its own that does as `answering` says, to see what becomes of its faults. */
export async function serve(answering: Answering): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => void answering(incoming, outgoing));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // The address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Speaks the protocol of NeMo-Skills' sandbox server for the language `python`, and really runs what it is sent, in
 * a python3 of this machine: for programs of tests alone, since nothing keeps them from anything.
 */
export async function standIn(): Promise<StandIn> {
  const running = new Set<ChildProcess>();
  let most = 0;
  let asked = 0;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    asked += 1;
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const json: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    const given = request.safeParse(json);
    if (incoming.method !== "POST" || incoming.url !== "/execute" || !given.success) {
      outgoing.writeHead(given.success ? 404 : 500).end("<!doctype html>");
      return;
    }
    const { max_output_characters: limit } = given.data;
    const cut = (text: string) => (text.length > limit ? `${text.slice(0, limit)}<output cut>` : text);
    const { status, stdout, stderr } = await runPython(given.data);
    outgoing.setHeader("content-type", "application/json");
    outgoing.end(JSON.stringify({ process_status: status, stdout: cut(stdout), stderr: cut(stderr) }));
  }

  async function runPython({ language, generated_code, std_input, timeout }: z.infer<typeof request>) {
    // What `ipython` means isn't spoken here.
    if (language !== "python") return { status: "error", stdout: "", stderr: "no such language" };
    const child = spawn("python3", ["-c", generated_code], { detached: true });
    running.add(child);
    most = Math.max(most, running.size);
    const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
    child.stdin.on("error", () => {});
    child.stdin.end(std_input);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      kill(child);
    }, timeout * 1000);
    await once(child, "close");
    clearTimeout(timer);
    running.delete(child);
    return timedOut
      ? { status: "timeout", stdout: "", stderr: `Execution timed out after ${timeout} seconds\n` }
      : { status: "completed", stdout: await stdout, stderr: await stderr };
  }

  const { url, close } = await serve(answer);
  return {
    url,
    most: () => most,
    asked: () => asked,
    async close() {
      for (const child of running) kill(child);
      await close();
    },
  };
}

function kill(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
}

async function text(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
