import { expect, test } from "vitest";
import { parsePidFile, postmasterState } from "./pid-file.ts";

const lines = [
  "4711",
  "/home/ada/.lemma/postgres",
  "1764000000",
  "43149",
  "",
  "127.0.0.1",
  "1234 56",
  "ready   ",
];
const file = (status: string) => parsePidFile([...lines.slice(0, 7), status].join("\n"));
const alive = { alive: true, name: "postgres" };

test("process, port and status are read from the server's file", () => {
  expect(parsePidFile(`${lines.join("\n")}\n`)).toEqual({ pid: 4711, port: 43149, status: "ready" });
});

test("a file that is still being written says what it says so far", () => {
  expect(parsePidFile("4711\n/home")).toEqual({ pid: 4711, port: undefined, status: "" });
  expect(parsePidFile("")).toBeUndefined();
  expect(parsePidFile("-4711\n")).toBeUndefined();
});

test("without a file no server runs", () => {
  expect(postmasterState(undefined, alive)).toBe("none");
});

test("a file whose process is gone is stale", () => {
  expect(postmasterState(file("ready"), { alive: false, name: undefined })).toBe("stale");
});

test("a file whose number belongs to another program by now is stale", () => {
  expect(postmasterState(file("ready"), { alive: true, name: "node" })).toBe("stale");
});

test("where the system doesn't tell programs' names, a living process is believed", () => {
  expect(postmasterState(file("ready"), { alive: true, name: undefined })).toBe("ready");
});

test.each(["starting", "ready", "stopping"])("a server's own word %s is passed on", (status) => {
  expect(postmasterState(file(status), alive)).toBe(status);
});

test("a server that has no port yet is starting, whatever it says", () => {
  expect(postmasterState({ pid: 1, port: undefined, status: "ready" }, alive)).toBe("starting");
});
