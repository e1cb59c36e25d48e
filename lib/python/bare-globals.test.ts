import { expect, test } from "vitest";
import { bareGlobals } from "./bare-globals.ts";

const DOORS =
  `fetch XMLHttpRequest WebSocket WebTransport EventSource importScripts indexedDB caches BroadcastChannel
  MessageChannel postMessage onmessage addEventListener dispatchEvent Worker SharedWorker navigator location eval
  setTimeout queueMicrotask Request Response Blob URL createImageBitmap close name origin`.split(/\s+/);
const LANGUAGE = "Object JSON Math Date WebAssembly TextDecoder performance crypto self".split(" ");

test("a global object keeps the language, and no door to anything else, not even an inherited one", () => {
  const inherited = Object.fromEntries(DOORS.filter((_, place) => place % 2 === 0).map((name) => [name, 1]));
  const own = Object.fromEntries(
    [...DOORS.filter((_, place) => place % 2 === 1), ...LANGUAGE].map((name) => [name, 2]),
  );
  const global = Object.assign(Object.create(inherited), own);
  bareGlobals(global);
  for (const name of DOORS) expect(name in global, name).toBe(false);
  for (const name of LANGUAGE) expect(global[name], name).toBe(2);
  expect(typeof Object.prototype.hasOwnProperty).toBe("function");
});
