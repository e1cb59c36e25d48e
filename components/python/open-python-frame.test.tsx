import { afterEach, expect, test, vi } from "vitest";
import type { BrowserAnswer } from "#lib/python/contract.ts";
import { openPythonFrame } from "./python-frame.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function opened() {
  const heard: [number, BrowserAnswer][] = [];
  const failures: string[] = [];
  const frame = openPythonFrame({
    answer: (epoch, answer) => heard.push([epoch, answer]),
    loaded: () => {},
    fail: (message) => failures.push(message),
  });
  const element = document.querySelector("iframe");
  const say = (source: Window | null | undefined) =>
    window.dispatchEvent(
      new MessageEvent("message", { source: source ?? null, data: { epoch: 1, text: '{"type":"ready"}' } }),
    );
  return { frame, element, heard, failures, say };
}

test("the frame gets scripts and nothing else: no origin of the studio's, no forms, no windows", () => {
  const { element } = opened();
  expect(element?.getAttribute("sandbox")).toBe("allow-scripts");
  expect(element?.getAttribute("src")).toBe("/python/frame.html");
  expect(element?.hidden).toBe(true);
});

test("only the frame's own window is listened to, and nobody once it is closed", () => {
  const { frame, element, heard, say } = opened();
  for (const other of [window, null]) say(other);
  expect(heard).toEqual([]);
  say(element?.contentWindow);
  expect(heard).toEqual([[1, { type: "ready" }]]);
  const own = element?.contentWindow;
  frame.close();
  say(own);
  expect(heard).toHaveLength(1);
  expect(document.querySelector("iframe")).toBeNull();
});

test("a file that can't be had is a failure in words, and the next start asks again", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string, options: RequestInit) => {
    asked.push(`${options.credentials} ${address}`);
    return new Response("", { status: address.endsWith(".wasm") ? 503 : 404 });
  });
  const { frame, failures } = opened();
  frame.start(1);
  await vi.waitFor(() => expect(failures).toHaveLength(1));
  expect(failures[0]).toMatch(/^The studio has no [\w.-]+ \((404|503)\)\.$/);
  expect(asked.every((each) => each.startsWith("omit /python/"))).toBe(true);
  const before = asked.length;
  frame.start(2);
  await vi.waitFor(() => expect(failures).toHaveLength(2));
  expect(asked.length).toBe(2 * before);
});
