import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { useHotkeys } from "./use-hotkeys.ts";

afterEach(cleanup);

type Options = Parameters<typeof useHotkeys>[1];

function Bound({ keys, log, options }: { keys: string[]; log: string[]; options?: Options }) {
  useHotkeys(Object.fromEntries(keys.map((key) => [key, () => log.push(key)])), options);
  return (
    <div>
      <input aria-label="field" />
      <div className="monaco-editor" data-readonly-editor="">
        <textarea aria-label="reader" />
        <div className="find-widget">
          <input aria-label="find" />
        </div>
      </div>
    </div>
  );
}

function setUp(keys: string[], options?: Options) {
  const log: string[] = [];
  const view = render(<Bound keys={keys} log={log} {...(options ? { options } : {})} />);
  return { log, view };
}

describe("useHotkeys", () => {
  test("a bare key runs on the page and in a read-only editor, and is text in a field or the editor's search", () => {
    const { log, view } = setUp(["1"]);
    fireEvent.keyDown(document.body, { key: "1" });
    fireEvent.keyDown(view.getByLabelText("reader"), { key: "1" });
    expect(log).toEqual(["1", "1"]);
    fireEvent.keyDown(view.getByLabelText("field"), { key: "1" });
    fireEvent.keyDown(view.getByLabelText("find"), { key: "1" });
    expect(log).toEqual(["1", "1"]);
  });

  test("a key with Control runs in a field too, and its default is prevented", () => {
    const { log, view } = setUp(["mod+k"]);
    const notPrevented = fireEvent.keyDown(view.getByLabelText("field"), { key: "k", ctrlKey: true });
    expect(log).toEqual(["mod+k"]);
    expect(notPrevented).toBe(false);
  });

  test("a sequence runs on its last key and keeps that key from its own binding", () => {
    const { log } = setUp(["g p", "p"]);
    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "p" });
    fireEvent.keyDown(document.body, { key: "p" });
    expect(log).toEqual(["g p", "p"]);
  });

  test("a sequence is forgotten after another key", () => {
    const { log } = setUp(["g p"]);
    for (const key of ["g", "x", "p"]) fireEvent.keyDown(document.body, { key });
    expect(log).toEqual([]);
  });

  test("nothing runs under an open dialog except what belongs to it", () => {
    const page = setUp(["1"]);
    const inside = setUp(["2"], { inDialog: true });
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    document.body.append(dialog);
    fireEvent.keyDown(document.body, { key: "1" });
    expect(page.log).toEqual(["1"]); // closed, though still in the page
    dialog.dataset["open"] = "";
    fireEvent.keyDown(document.body, { key: "1" });
    fireEvent.keyDown(document.body, { key: "2" });
    dialog.remove();
    expect(page.log).toEqual(["1"]);
    expect(inside.log).toEqual(["2"]);
  });

  test("what a widget has handled isn't handled again", () => {
    const { log, view } = setUp(["escape"]);
    const field = view.getByLabelText("field");
    field.addEventListener("keydown", (event) => event.preventDefault());
    fireEvent.keyDown(field, { key: "Escape" });
    expect(log).toEqual([]);
  });

  test("disabled or unmounted it hears nothing", () => {
    const off = setUp(["1"], { enabled: false });
    const gone = setUp(["1"]);
    gone.view.unmount();
    fireEvent.keyDown(document.body, { key: "1" });
    expect([...off.log, ...gone.log]).toEqual([]);
  });
});
