import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { GET } from "./route.ts";

const get = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://lemma.test/python/${file}`, { headers }), { params: Promise.resolve({ file }) });

test("the frame is sandboxed however it is opened, connects to nothing and makes no code of text", async () => {
  const answer = await get("frame.html");
  const policy = (answer.headers.get("content-security-policy") ?? "").split("; ");
  expect(policy).toContain("sandbox allow-scripts");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy.join()).not.toMatch(/connect-src|'unsafe-eval'|allow-same-origin|unsafe-inline|https?:|\*/);
  expect(answer.headers.get("content-type")).toContain("text/html");
});

test.each(["pyodide.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "driver.py"])(
  "%s is sent whole to whoever asks",
  async (name) => {
    const answer = await get(name);
    const folder = name === "driver.py" ? "lib/python" : "node_modules/pyodide";
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(await readFile(`${folder}/${name}`))).toBe(true);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  },
);

test("all that the worker imports of ours is there, as JavaScript without types", async () => {
  const seen = new Set<string>();
  const visit = async (name: string): Promise<void> => {
    if (seen.has(name)) return;
    seen.add(name);
    const answer = await get(name);
    expect(answer.status, name).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/javascript");
    const script = await answer.text();
    expect(script).not.toMatch(/^import type|^interface |^type /m);
    for (const [, next] of script.matchAll(/from "\.\/([\w.-]+)"/g)) if (next) await visit(next);
  };
  await visit("browser-frame.ts");
  await visit("browser-worker.ts");
  expect([...seen].sort()).toEqual([
    "bare-globals.ts",
    "browser-frame.ts",
    "browser-worker.ts",
    "filesystem.ts",
    "interpreter.ts",
    "memory-image.ts",
  ]);
});

test("what the browser has already isn't sent again", async () => {
  const etag = (await get("pyodide.asm.wasm")).headers.get("etag") ?? "";
  const again = await get("pyodide.asm.wasm", { "if-none-match": etag });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  // A proxy that packs it makes the tag a weak one.
  expect((await get("pyodide.asm.wasm", { "if-none-match": `"x", W/${etag}` })).status).toBe(304);
  expect((await get("pyodide.asm.wasm", { "if-none-match": '"another"' })).status).toBe(200);
});

test.each(["lane.ts", "contract.ts", "package.json", "..", "../lib/env.ts", "constructor", "__proto__", ""])(
  "there is no file %j",
  async (name) => {
    expect((await get(name)).status).toBe(404);
  },
);
