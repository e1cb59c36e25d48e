import { act, cleanup, renderHook } from "@testing-library/react";
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
