import type { Frame, Page } from "@playwright/test";
import { HAS_SYMPY } from "#lib/python/testing/sympy.ts";
import { allRunsDone, expect, test } from "./studio.ts";

/** Its code prints 9 where -8 is right, and its text repeats that. */
const WRONG_PATH = "demo-matrix-01-p4";
const START_MS = 60_000;
const WITH_SYMPY =
  "from sympy import Matrix\nA = Matrix([[2, -1], [3, 4]])\nB = Matrix([[0, 5], [-2, 1]])\nprint((A * B)[1, 0])";

interface Listed {
  items: { id: number; key: string }[];
}

async function openCode(page: Page): Promise<void> {
  await page.request.post("/api/v1/demo", { data: {} });
  await allRunsDone(page.request, "demo");
  const response = await page.request.get("/api/v1/projects/demo/paths?kind=pot&limit=200");
  const { items }: Listed = await response.json();
  const path = items.find(({ key }) => key === WRONG_PATH);
  await page.goto(`/projects/demo/paths/${path?.id}`);
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Incorrect");
  await page.keyboard.press("r");
  await expect(page.locator(".monaco-editor").last()).toBeVisible();
}

const status = (page: Page) => page.locator("details", { hasText: "Run the code" }).getByRole("status");

async function write(page: Page, code: string): Promise<void> {
  await page.getByRole("textbox", { name: "Code", exact: true }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(code);
}

/** Runs the code that is in the editor and waits for its end. */
async function run(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(status(page)).toHaveText(/^(Ran in|Failed after|Stopped)/, { timeout: START_MS });
}

const output = (page: Page) => page.getByRole("region", { name: /^Output/ });

test("a person mends a path's code, sees the verdict change, and saves it as a path of their own", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openCode(page);
  const before = page.url();
  await write(page, HAS_SYMPY ? WITH_SYMPY : "print(3 * 0 + 4 * -2)");
  await run(page);
  await expect(output(page)).toContainText("-8");
  const fresh = page.getByRole("region", { name: "Fresh verdict" });
  await expect(fresh.getByRole("row", { name: /^Stored/ })).toContainText("Incorrect");
  await expect(fresh.getByRole("row", { name: /^Printed now/ })).toContainText("Correct");
  await page.getByRole("button", { name: "Write the printed answer there" }).click();
  await expect(page.getByLabel("Text after the code")).toHaveValue(/-8/);
  await page.getByRole("button", { name: "Save as a new path" }).click();
  await expect(page).not.toHaveURL(before);
  await expect(page.getByText("Saved as a path of yours")).toBeVisible();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Correct");
});

test("a program that never ends is stopped, and the next one runs", async ({ page }) => {
  test.setTimeout(180_000);
  await openCode(page);
  await write(page, "while True: pass");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(status(page)).toHaveText("Running…", { timeout: START_MS });
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(status(page)).toHaveText(/Stopped by you|Starting/);
  await write(page, "print('again')\n1 / 0");
  await run(page);
  await expect(output(page)).toContainText("again");
  await expect(output(page)).toContainText("ZeroDivisionError: division by zero, in line 2");
  await expect(page.locator(".mt-glyph-bad")).toBeVisible();
});

/** Each gives what it got hold of, or raises. */
const ESCAPES: Record<string, string> = {
  js: "import js; got = js",
  pyodide: "import pyodide; got = pyodide",
  pyodide_js: "import pyodide_js; got = pyodide_js",
  core: "import _pyodide_core; got = _pyodide_core",
  runJs: "from pyodide.code import run_js; got = run_js('1')",
  importlib: "import importlib; got = importlib.import_module('js')",
  modules: "import sys; got = [m for m in sys.modules if m == 'js' or 'pyodide' in m] or 1 / 0",
  objects: "import gc; got = [o for o in gc.get_objects() if 'Js' in type(o).__name__] or 1 / 0",
  openUrl: "from pyodide.http import open_url; got = open_url('ORIGIN/api/v1/projects')",
  urllib: "import urllib.request; got = urllib.request.urlopen('ORIGIN/api/v1/projects').read()",
  socket: "import socket; got = socket.create_connection(('127.0.0.1', PORT), 2)",
  ctypes: "import ctypes; got = ctypes.CDLL(None).emscripten_run_script_string(b'1')",
  shell: "import os; got = os.system('id') == 0 or 1 / 0",
  process: "import subprocess; got = subprocess.run(['id'])",
  sources: "got = open('/lib/packages.zip', 'ab')",
};

function attempts(origin: string): string {
  const escapes = JSON.stringify(ESCAPES)
    .replaceAll("ORIGIN", origin)
    .replaceAll("PORT", new URL(origin).port);
  const program = `import json
for name, attempt in json.loads(${JSON.stringify(escapes)}).items():
    got = None
    try:
        space = {}
        exec(attempt, space)
        print(name, "REACHED", repr(space["got"])[:200])
    except BaseException as error:
        print(name, "refused", type(error).__name__)
`;
  // In one line, for the editor indents what is typed.
  return `exec(${JSON.stringify(program)})`;
}

test("hostile code reaches no page, no cookie and no network, and poisons no later program", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await openCode(page);
  await write(page, "print('warm')");
  await run(page);
  const requests: string[] = [];
  page.context().on("request", (request) => requests.push(request.url()));
  await write(page, attempts(baseURL ?? ""));
  await run(page);
  const said = (await output(page).locator("pre").textContent()) ?? "";
  for (const name of Object.keys(ESCAPES)) expect(said).toMatch(new RegExp(`^${name} refused`, "m"));
  expect(said).not.toContain("REACHED");
  expect(requests).toEqual([]);

  await write(
    page,
    "import builtins, math\nbuiltins.print = None\nmath.sqrt = lambda x: 7\nbuiltins.abs = None",
  );
  await run(page);
  await write(page, "import math\nprint(math.sqrt(16), abs(-2))");
  await run(page);
  await expect(output(page)).toContainText("4.0 2");
});

/** What JavaScript in the frame can get hold of, had a program broken out of Python. */
async function reachOfFrame(frame: Frame): Promise<Record<string, string>> {
  return frame.evaluate(async () => {
    const attempt = async (work: () => unknown): Promise<string> => {
      try {
        return `reached ${await work()}`;
      } catch (error) {
        return error instanceof Error || error instanceof DOMException ? error.name : "refused";
      }
    };
    return {
      origin: origin,
      cookie: await attempt(() => document.cookie),
      storage: await attempt(() => localStorage.length),
      database: await attempt(() => indexedDB.open("x")),
      page: await attempt(() => parent.document.title),
      address: await attempt(() => parent.location.href),
      api: await attempt(async () => (await fetch("/api/v1/projects", { credentials: "include" })).status),
      worker: await attempt(() => new Worker("/python/browser-worker.ts")),
      navigation: await attempt(() => {
        top?.location.assign("/sign-in");
      }),
    };
  });
}

test("even JavaScript in the frame has no cookies, no storage, no API and no way to the page", async ({
  context,
}) => {
  test.setTimeout(180_000);
  // A page of its own, for the browser says in its console what it refuses.
  const page = await context.newPage();
  await openCode(page);
  await write(page, "print('here')");
  await run(page);
  const frame = page.frames().find((each) => each.url().endsWith("/python/frame.html"));
  expect(frame).toBeDefined();
  if (!frame) return;
  const seen: { url: string; cookie: string | undefined }[] = [];
  context.on("request", (request) => {
    void request.allHeaders().then(({ cookie }) => seen.push({ url: request.url(), cookie }));
  });
  const address = page.url();
  expect(await reachOfFrame(frame)).toEqual({
    origin: "null",
    cookie: "SecurityError",
    storage: "SecurityError",
    database: "SecurityError",
    page: "SecurityError",
    address: "SecurityError",
    api: "TypeError",
    worker: "SecurityError",
    navigation: "SecurityError",
  });
  expect(page.url()).toBe(address);
  expect(seen.filter(({ url, cookie }) => cookie !== undefined || url.includes("/api/"))).toEqual([]);

  const [worker] = page.workers().filter((each) => each.url().startsWith("blob:null"));
  expect(worker).toBeDefined();
  // Nothing is left there by which text could become code, not even for the browser's own tools.
  await expect(worker?.evaluate("1")).rejects.toThrow("eval is not a function");
  await page.close();
});
