import { expect, it } from "vitest";
import { byteStream } from "./byte-stream.ts";

function counting(total: number) {
  const state = { asked: 0, closed: false };
  async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (let i = 0; i < total; i += 1) {
        state.asked += 1;
        yield Uint8Array.of(i);
      }
    } finally {
      state.closed = true;
    }
  }
  return { state, stream: byteStream(chunks()) };
}

it("gives every chunk in order", async () => {
  const { state, stream } = counting(5);
  expect((await Array.fromAsync(stream)).map((chunk) => chunk[0])).toEqual([0, 1, 2, 3, 4]);
  expect(state).toEqual({ asked: 5, closed: true });
});

it("is at most one chunk ahead of its reader, and ends its source when the reader goes away", async () => {
  const { state, stream } = counting(1000);
  const reader = stream.getReader();
  await reader.read();
  await reader.read();
  expect(state.asked).toBeLessThanOrEqual(3);
  await reader.cancel();
  expect(state.closed).toBe(true);
});

it("passes a source's failure on to the reader", async () => {
  async function* broken(): AsyncGenerator<Uint8Array, void, undefined> {
    yield Uint8Array.of(1);
    throw new Error("the source broke");
  }
  await expect(Array.fromAsync(byteStream(broken()))).rejects.toThrow("the source broke");
});
