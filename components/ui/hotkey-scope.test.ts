import { describe, expect, test } from "vitest";
import { isTyping, type KeyTarget } from "./hotkey-scope.ts";

const body: KeyTarget = { tagName: "BODY", type: "", readOnly: false, editable: false, editor: "none" };

describe("isTyping", () => {
  test.each<[string, Partial<KeyTarget>, boolean]>([
    ["the page", {}, false],
    ["a button", { tagName: "BUTTON" }, false],
    ["a text field", { tagName: "INPUT", type: "text" }, true],
    ["a field without a type", { tagName: "INPUT" }, true],
    ["a search field", { tagName: "INPUT", type: "search" }, true],
    ["a checkbox", { tagName: "INPUT", type: "checkbox" }, false],
    ["a read-only field", { tagName: "INPUT", type: "text", readOnly: true }, false],
    ["a text area", { tagName: "TEXTAREA" }, true],
    ["a native select, which searches by letters", { tagName: "SELECT" }, true],
    ["editable content", { tagName: "DIV", editable: true }, true],
    [
      "a read-only editor, though its inside is editable to the browser",
      { editable: true, editor: "readonly" },
      false,
    ],
    ["a writable editor", { tagName: "TEXTAREA", editor: "writable" }, true],
  ])("in %s: %o gives %s", (_, change, typing) => {
    expect(isTyping({ ...body, ...change })).toBe(typing);
  });
});
