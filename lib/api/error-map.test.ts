import { expect, test } from "vitest";
import { testDatabase } from "#lib/cli/testing/database.ts";
import { sql } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { errorBody } from "./error-map.ts";

testDatabase();

test("an expected error is shown with its words and its place", () => {
  const error = new AppError("conflict", "This name is taken.", { field: "name" });
  expect(errorBody(error)).toEqual({
    code: "conflict",
    status: 409,
    message: "This name is taken.",
    data: { field: "name" },
  });
});

test("an unknown error never shows its text", () => {
  const body = errorBody(new Error("password=hunter2"));
  expect(body).toMatchObject({ code: "internal", status: 500 });
  expect(JSON.stringify(body)).not.toContain("hunter2");
});

test("a NUL character, which PostgreSQL can't hold, is the caller's to take out", async () => {
  const refused = await sql()`SELECT ${"a\u0000b"}::text`.then(
    () => null,
    (error: unknown) => error,
  );
  expect(errorBody(refused)).toMatchObject({ code: "invalid_input", status: 400 });
});
