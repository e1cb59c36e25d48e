import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { FileDrop } from "./file-drop.tsx";

afterEach(cleanup);

const good = new File(["{}"], "train.jsonl");
const bad = new File(["x"], "notes.docx");

function setUp(multiple: boolean) {
  const taken: string[][] = [];
  render(
    <FileDrop
      accept=".jsonl"
      label="Drop a file"
      multiple={multiple}
      onFiles={(files) => taken.push(files.map((f) => f.name))}
    />,
  );
  return { taken, input: screen.getByLabelText("Drop a file") };
}

describe("FileDrop", () => {
  test("takes files that are chosen or dropped, one of them where one is asked for", () => {
    const one = setUp(false);
    fireEvent.change(one.input, { target: { files: [good] } });
    fireEvent.drop(screen.getByText("Drop a file"), { dataTransfer: { files: [good, good] } });
    expect(one.taken).toEqual([["train.jsonl"], ["train.jsonl"]]);
  });

  test("says which file it doesn't take, and takes the others", () => {
    const many = setUp(true);
    fireEvent.drop(screen.getByText("Drop a file"), { dataTransfer: { files: [bad, good] } });
    expect(many.taken).toEqual([["train.jsonl"]]);
    expect(screen.getByRole("alert").textContent).toContain("notes.docx");
    expect(many.input.getAttribute("aria-invalid")).toBe("true");
  });
});
