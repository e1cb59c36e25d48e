import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SearchInput } from "./search-input.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function type(text: string) {
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: text } });
}

describe("SearchInput", () => {
  test("tells of what was typed after a pause, once", () => {
    const change = vi.fn();
    render(<SearchInput label="Search" onChange={change} value="" />);
    type("d");
    type("du");
    expect(change).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(200));
    expect(change.mock.calls).toEqual([["du"]]);
  });

  test("Enter and the clear button don't wait", () => {
    const change = vi.fn();
    render(<SearchInput label="Search" onChange={change} value="" />);
    type("duck");
    fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" });
    fireEvent.click(screen.getByRole("button", { name: "Clear search" }));
    act(() => vi.advanceTimersByTime(1000));
    expect(change.mock.calls).toEqual([["duck"], [""]]);
  });

  test("a value from outside replaces the text, an echo of its own doesn't disturb the typing", () => {
    const view = render(<SearchInput label="Search" onChange={() => undefined} value="" />);
    type("du");
    act(() => vi.advanceTimersByTime(200));
    type("duc");
    view.rerender(<SearchInput label="Search" onChange={() => undefined} value="du" />);
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("duc");
    view.rerender(<SearchInput label="Search" onChange={() => undefined} value="goose" />);
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("goose");
  });

  test("the slash key puts the cursor into it", () => {
    render(<SearchInput label="Search" onChange={() => undefined} value="" />);
    fireEvent.keyDown(document.body, { key: "/" });
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });
});
