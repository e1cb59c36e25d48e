import { act, cleanup, render, renderHook, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useSettled } from "./use-settled.ts";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test("a value is taken over once it has rested, and what came in between is left out", () => {
  vi.useFakeTimers();
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 300), {
    initialProps: { value: "a" },
  });
  rerender({ value: "ab" });
  act(() => vi.advanceTimersByTime(200));
  rerender({ value: "abc" });
  act(() => vi.advanceTimersByTime(299));
  expect(result.current).toBe("a");
  act(() => vi.advanceTimersByTime(1));
  expect(result.current).toBe("abc");
});

function Shown({ value }: { value: string }) {
  return <p>{useSettled(value, 600)}</p>;
}

test("a value that is being written shows once it has stayed for the time, and the first one at once", () => {
  vi.useFakeTimers();
  const { rerender } = render(<Shown value="a" />);
  expect(screen.getByText("a")).toBeTruthy();
  rerender(<Shown value="ab" />);
  act(() => void vi.advanceTimersByTime(599));
  rerender(<Shown value="abc" />);
  act(() => void vi.advanceTimersByTime(599));
  expect(screen.getByText("a")).toBeTruthy();
  act(() => void vi.advanceTimersByTime(1));
  expect(screen.getByText("abc")).toBeTruthy();
});
