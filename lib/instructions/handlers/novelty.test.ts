import fc from "fast-check";
import { expect, test } from "vitest";
import { MEASURES } from "#lib/similarity/measure.ts";
import { similarity } from "#lib/similarity/similarity.ts";
import { type KeyedText, type Novelty, openNovelty } from "./novelty.ts";

async function withNovelty(work: (novelty: Novelty) => Promise<void>, stem = false): Promise<void> {
  const novelty = openNovelty({ stem });
  try {
    await work(novelty);
  } finally {
    await novelty.close();
  }
}

test("for each measure the nearest is the one that comparing with all texts finds", async () => {
  const word = fc.constantFrom("add", "two", "and", "3", "apples", "how", "many");
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), text, (texts, asked) =>
      withNovelty(async (novelty) => {
        await novelty.add(texts.map((one, place) => ({ key: place - 5, text: one })));
        const [nearest] = await novelty.nearest([asked]);
        for (const measure of MEASURES) {
          const scores = texts.map((one) => similarity(measure, one, asked));
          const best = Math.max(...scores);
          expect(nearest?.[measure]).toEqual({ key: scores.indexOf(best) - 5, score: best });
        }
      }),
    ),
    { numRuns: 12 },
  );
});

test("with stems, inflections of a word are one word", async () => {
  await withNovelty(async (novelty) => {
    await novelty.add([{ key: 1, text: "She walked" }]);
    const [nearest] = await novelty.nearest(["She walking"]);
    expect(nearest?.["rouge-l"]).toEqual({ key: 1, score: 1 });
  }, true);
});

test("where only some measures are wanted, the others have no nearest", async () => {
  const novelty = openNovelty({ measures: ["lcs"] });
  try {
    await novelty.add([{ key: 7, text: "two apples" }]);
    const [nearest] = await novelty.nearest(["two pears"]);
    expect(nearest).toEqual({
      "rouge-l": null,
      lcs: { key: 7, score: 0.5 },
      "jaccard-words": null,
      "jaccard-chars": null,
    });
  } finally {
    await novelty.close();
  }
});

test("an empty index has no nearest, and a thread that has ended says so instead of waiting for ever", async () => {
  const novelty = openNovelty();
  expect(await novelty.nearest(["anything"])).toEqual([
    { "rouge-l": null, lcs: null, "jaccard-words": null, "jaccard-chars": null },
  ]);
  const asked = novelty.nearest(["more"]);
  await novelty.close();
  await expect(Promise.all([asked, novelty.nearest(["after"])])).rejects.toThrow("has ended");
});

test("a fault in the thread rejects what waits for it, and what is asked later", async () => {
  await withNovelty(async (novelty) => {
    const broken: KeyedText[] = JSON.parse('[{"key": 1, "text": null}]');
    const [added, asked] = await Promise.allSettled([novelty.add(broken), novelty.nearest(["anything"])]);
    expect(added).toMatchObject({ status: "rejected", reason: expect.any(TypeError) });
    expect(asked).toEqual(added);
    await expect(novelty.nearest(["after"])).rejects.toThrow(TypeError);
  });
});

test("the own event loop goes on while the thread compares", async () => {
  await withNovelty(async (novelty) => {
    const texts = Array.from({ length: 800 }, (_, n) =>
      Array.from({ length: 60 }, (_word, at) => `w${(n * 7 + at * n) % 211}`).join(" "),
    );
    await novelty.add(texts.map((text, key) => ({ key, text })));
    let turns = 0;
    const asked = novelty.nearest(texts);
    let isOver = false;
    const over = asked.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      turns += 1;
      await new Promise((next) => setImmediate(next));
    }
    expect((await over).map((nearest) => nearest["rouge-l"]?.score)).toEqual(texts.map(() => 1));
    expect(turns).toBeGreaterThan(10);
  });
});
