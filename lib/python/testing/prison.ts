import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { Execution, Limits } from "../contract.ts";
import { openSandbox } from "../pool.ts";

const SECRET = "the-secret-of-this-machine";

/** What a program could know or leave behind, as the next program finds it. The first number is that of seed 0. */
const LOOK = `
import builtins, gc, io, json, math, os, random, re, sys, time, types
found = []
if sorted(os.listdir("/")) != ["dev", "home", "lib", "proc", "tmp"]: found.append(f"root: {os.listdir('/')}")
if os.listdir("/tmp") or os.listdir("/home/pyodide") or os.getcwd() != "/home/pyodide": found.append("files")
if sys.getrecursionlimit() != 1000: found.append("recursion limit")
if hasattr(builtins, "poison"): found.append("builtins")
if print is not builtins.print or len([1, 2]) != 2 or sum([1, 2]) != 3: found.append("patched builtins")
if math.sqrt(4) != 2 or json.dumps([1]) != "[1]" or not re.match("a", "a"): found.append("patched modules")
if any(name in sys.modules for name in ("poison", "js", "pyodide_js", "asyncio")): found.append("modules")
if sys.gettrace() or sys.getprofile() or gc.callbacks: found.append("hooks")
if [name for name in globals() if name not in ("__name__", "__doc__", "__package__", "__loader__", "__spec__",
    "__builtins__", "builtins", "gc", "io", "json", "math", "os", "random", "re", "sys", "time", "types", "found")]:
    found.append(f"globals: {sorted(globals())}")
if set(os.environ) - {"HOME", "PATH", "PWD", "LANG", "USER", "LOGNAME", "_", "PYTHONINSPECT", "LD_LIBRARY_PATH"}: found.append(str(dict(os.environ)))
if random.random() != 0.8444218515250481: found.append("random state")
1 + 1 if not found else found
`;

export interface Prison {
  /** A file of the machine that holds a secret, and one that isn't there and must not come to be. */
  bait: string;
  loot: string;
  /** Of a server on this machine that must not be visited. */
  port(): number;
  run(code: string, limits?: Partial<Limits>): Promise<Execution>;
  /** Runs a program, and expects that neither the machine nor the next program shows a trace of it. */
  attempt(code: string, limits?: Partial<Limits>): Promise<Execution>;
}

/** One interpreter, so that what an attempt leaves behind would be seen by the look that follows it. */
export function prison(): Prison {
  const sandbox = openSandbox({ size: 1 });
  const folder = mkdtempSync(join(tmpdir(), "lemma-escape-"));
  const bait = join(folder, "bait.txt");
  const loot = join(folder, "loot.txt");
  let server: Server;
  let visits = 0;

  // A lost interpreter is replaced within seconds on a quiet machine; this one may be busy with other tests.
  vi.setConfig({ testTimeout: 120_000 });

  beforeAll(async () => {
    writeFileSync(bait, SECRET);
    process.env["LEMMA_ESCAPE_SECRET"] = SECRET;
    server = createServer((socket) => {
      visits += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await sandbox.close();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
    delete process.env["LEMMA_ESCAPE_SECRET"];
  });

  const run = (code: string, limits: Partial<Limits> = {}): Promise<Execution> =>
    sandbox.run({ blocks: [code] }, { limits: { milliseconds: 20_000, ...limits } });
  return {
    bait,
    loot,
    port() {
      const address = server.address();
      return typeof address === "object" && address ? address.port : 0;
    },
    run,
    async attempt(code, limits) {
      const outcome = await run(code, limits);
      expect(JSON.stringify(outcome)).not.toContain(SECRET);
      expect(existsSync(loot)).toBe(false);
      expect(readFileSync(bait, "utf8")).toBe(SECRET);
      expect(visits).toBe(0);
      expect(await run(LOOK)).toMatchObject({ stdout: "", value: "2", error: null });
      return outcome;
    },
  };
}

/** A program that tries each expression by itself; its value is the list of those that got something. */
export const each = (expressions: readonly string[]): string =>
  `got = []\n${expressions.map((one) => `try:\n    got.append(${one})\nexcept BaseException:\n    pass`).join("\n")}\n[x for x in got if x not in (None, -1, b"", "")]`;
