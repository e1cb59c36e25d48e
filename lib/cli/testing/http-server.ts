import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface TestHttp {
  readonly url: string;
  close(): void;
}

/** A real HTTP server on a port of its own for handlers that take a Request and give a Response; bodies stream. */
export async function serveRequests(answer: (request: Request) => Promise<Response>): Promise<TestHttp> {
  const server = createServer(async (incoming, outgoing) => {
    const response = await answer(requestOf(incoming));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (!response.body) return outgoing.end();
    // Web and Node have two types for the one kind of stream. A reader who goes away ends the pipeline early.
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    return pipeline(body, outgoing).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // The address of a server that listens on TCP is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", headers, url = "/" } = incoming;
  const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const hasBody = method !== "GET" && method !== "HEAD";
  const init = {
    method,
    headers: pairs,
    ...(hasBody ? { body: Readable.toWeb(incoming), duplex: "half" } : {}),
  };
  // The types of fetch's standard don't know Node's web streams, which are the same thing.
  return new Request(new URL(url, `http://${headers.host}`), init as unknown as RequestInit);
}
