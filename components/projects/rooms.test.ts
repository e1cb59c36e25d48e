import { expect, test } from "vitest";
import { ROOMS, roomsFor } from "./rooms.ts";

test("a lead may enter every room", () => {
  expect(roomsFor("lead")).toEqual(ROOMS);
});

test("a reviewer finds the review room, and neither pairs and models, whose names would give answers away, nor datasets", () => {
  const names = roomsFor("reviewer").map((room) => room.name);
  expect(names).toContain("review");
  expect(names).not.toContain("pairs");
  expect(names).not.toContain("datasets");
  expect(names).not.toContain("models");
});

test("no two rooms share a shortcut or a path", () => {
  expect(new Set(ROOMS.map((room) => room.shortcut)).size).toBe(ROOMS.length);
  expect(new Set(ROOMS.map((room) => room.path)).size).toBe(ROOMS.length);
});
