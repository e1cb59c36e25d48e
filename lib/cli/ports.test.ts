import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort, portIsFree, portSentence, requirePort } from "./ports.ts";

async function withListener(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  try {
    await work(port);
  } finally {
    server.close();
  }
}

test("a wished port is given where it is free, and another one where it is taken", async () => {
  await withListener(async (taken) => {
    expect(await portIsFree("127.0.0.1", taken)).toBe(false);
    const other = await freePort(taken);
    expect(other).not.toBe(taken);
    expect(await freePort(other)).toBe(other);
  });
});

test("a taken port is refused by a sentence that names it and the variable", async () => {
  await withListener(async (taken) => {
    await expect(requirePort("127.0.0.1", taken)).rejects.toThrow(
      `Port ${taken} on 127.0.0.1 is taken: set PORT to another one.`,
    );
  });
});

test("an address of another machine is refused by a sentence that names HOST", async () => {
  await expect(requirePort("192.0.2.1", 3000)).rejects.toThrow(/^HOST 192\.0\.2\.1/);
});

test("low ports are said to need more rights", () => {
  expect(portSentence("127.0.0.1", 80, "EACCES")).toMatch(/^Port 80 needs more rights/);
});
