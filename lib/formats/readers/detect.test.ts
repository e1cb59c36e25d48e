import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8 } from "../testing/arbitraries.ts";
import { detectFileType } from "./detect.ts";

test("any bytes under any name have some type", () => {
  const types = ["jsonl", "json", "csv", "parquet", "unknown"];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), fc.string(), (head, name) => {
      expect(types).toContain(detectFileType(head, name));
    }),
  );
});

test("content decides before the name does", () => {
  expect(detectFileType(utf8('\ufeff\n{"question":"a, b"}\n'), "a.csv")).toBe("jsonl");
  expect(detectFileType(utf8('[{"question":1}]'), "a.jsonl")).toBe("json");
  expect(detectFileType(utf8("PAR1\u0015\u0000"), "a.jsonl")).toBe("parquet");
  expect(detectFileType(utf8("question;answer\n1;2\n"), "a.txt")).toBe("csv");
});

test("the name decides for a table of one column, and for nothing else", () => {
  expect(detectFileType(utf8("question\nHow many?\n"), "a.CSV")).toBe("csv");
  expect(detectFileType(utf8("question\nHow many?\n"), "a.jsonl")).toBe("unknown");
});

test("archives, UTF-16, other encodings and empty files are unknown", () => {
  expect(detectFileType(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), "a.xlsx")).toBe("unknown");
  expect(detectFileType(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x2c, 0]), "a.csv")).toBe("unknown");
  expect(detectFileType(Uint8Array.from([0x1f, 0x8b, 8, 8, 0x2c]), "a.jsonl.gz")).toBe("unknown");
  expect(detectFileType(utf8(" \n"), "a.csv")).toBe("unknown");
});
