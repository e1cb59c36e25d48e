import { expect, test } from "vitest";
import { openApiDocument } from "#lib/api/openapi.ts";
import { streams } from "#lib/api/streams.ts";
import { groupOperations, typeName } from "./operations.ts";

test("the reference shows every operation of the served document, each with its role and a summary", async () => {
  const document = await openApiDocument();
  const expected = Object.values(document.paths ?? {}).flatMap((item) => Object.keys(item ?? {})).length;
  const shown = groupOperations(document).flatMap((group) => group.operations);
  expect(shown).toHaveLength(expected);
  for (const operation of shown) {
    expect(operation, operation.path).toMatchObject({
      role: expect.stringMatching(/./),
      summary: expect.stringMatching(/./),
      id: expect.stringMatching(/./),
    });
  }
});

test("the streams beside the contract are described as well", async () => {
  const shown = groupOperations(await openApiDocument()).flatMap((group) => group.operations);
  for (const stream of streams) expect(shown.map((operation) => operation.id)).toContain(stream.name);
});

test("a type is named in a few words", () => {
  expect(typeName({ enum: ["a", "b"] })).toBe('"a" | "b"');
  expect(typeName({ type: "array", items: { type: "integer" } })).toBe("integer[]");
  expect(typeName({ anyOf: [{ type: "string" }, { type: "null" }] })).toBe("string | null");
  expect(typeName({ type: "object", properties: { x: {}, y: {} } })).toBe("{x, y}");
  expect(typeName(undefined)).toBe("any");
});
