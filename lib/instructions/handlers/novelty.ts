import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Measure } from "#lib/similarity/measure.ts";
import type { Neighbour } from "#lib/similarity/similarity-index.ts";

/** For each measure the nearest of the texts that were added, exactly; null where there are none, or it isn't kept. */
export type Nearest = Record<Measure, Neighbour | null>;

export interface KeyedText {
  key: number;
  text: string;
}

export interface NoveltyOptions {
  stem?: boolean;
  /** Those that an index is kept for; all where none are named. */
  measures?: readonly Measure[];
}

/** An index for each measure, in a thread of its own, so that the worker's own goes on. */
export interface Novelty {
  add(entries: readonly KeyedText[]): Promise<void>;
  nearest(texts: readonly string[]): Promise<readonly Nearest[]>;
  close(): Promise<void>;
}

export type NoveltyRequest =
  | { id: number; add: readonly KeyedText[] }
  | { id: number; nearest: readonly string[] };

export interface NoveltyAnswer {
  id: number;
  nearest: readonly Nearest[];
}

interface Waiting {
  resolve: (nearest: readonly Nearest[]) => void;
  reject: (error: Error) => void;
}

/**
 * Starts the thread. When it dies, what waits for it and what is asked of it later is rejected. It keeps the process
 * alive only while something waits for it.
 */
export function openNovelty(options: NoveltyOptions = {}): Novelty {
  const worker = new Worker(join(import.meta.dirname, "novelty-thread.ts"), { workerData: options });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let dead: Error | null = null;

  function die(error: Error): void {
    dead ??= error;
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  }
  worker.on("message", ({ id, nearest }: NoveltyAnswer) => {
    waiting.get(id)?.resolve(nearest);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.unref();
  worker.on("error", die);
  worker.on("exit", () => die(new Error("the thread that compares texts has ended")));

  function ask(
    what: { add: readonly KeyedText[] } | { nearest: readonly string[] },
  ): Promise<readonly Nearest[]> {
    return new Promise((resolve, reject) => {
      if (dead) return reject(dead);
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: lastId, ...what } satisfies NoveltyRequest);
    });
  }

  return {
    add: async (entries) => {
      if (entries.length > 0) await ask({ add: entries });
    },
    nearest: async (texts) => (texts.length === 0 ? [] : ask({ nearest: texts })),
    close: async () => {
      await worker.terminate();
    },
  };
}
