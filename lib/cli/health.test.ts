import { createServer } from "node:http";
import { expect, test } from "vitest";
import { reachableHost, waitForHealth } from "./health.ts";

test("a server on all addresses is reached on this machine's own", () => {
  expect(["0.0.0.0", "::", "::1", "studio.local"].map(reachableHost)).toEqual([
    "127.0.0.1",
    "[::1]",
    "[::1]",
    "studio.local",
  ]);
});

test("waiting goes on while the server is not ready, and ends with its first good answer", async () => {
  const statuses = [503, 500, 200];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(statuses.shift() ?? 500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await waitForHealth("127.0.0.1", port, new AbortController().signal);
  server.close();
  expect(asked).toEqual(Array(3).fill("/api/v1/health"));
});

test("waiting ends at once when it is called off", async () => {
  await expect(waitForHealth("127.0.0.1", 9, AbortSignal.abort())).rejects.toThrow(/abort/i);
});
