import { MEASURES } from "#lib/similarity/measure.ts";
import "#components/problems/fake-studio.ts";

import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { api } from "#components/api/api.ts";
import { runQuery } from "#components/jobs/queries.ts";
import { fakeStudio } from "#components/problems/fake-studio.ts";
import { showScreen, testCache } from "#components/problems/show-screen.tsx";
import { fakeLayout } from "#components/ui/fake-layout.ts";
import type { RefilterPreview } from "#lib/instructions/contract/candidates.ts";
import { HISTOGRAM_BINS, type Thresholds } from "#lib/instructions/contract.ts";
import type { Run } from "#lib/jobs/contract.ts";

import { exampleRun } from "./example-candidates.ts";
import { histogramQuery, previewQuery } from "./queries.ts";
import { ThresholdPanel } from "./threshold-panel.tsx";

const P = "gsm8k";
const OWN: Thresholds = { "rouge-l": 0.7, lcs: null, "jaccard-words": null, "jaccard-chars": null };
const RUNS = [{ id: 7, kind: "instruct", at: "2026-01-01T00:00:00Z", candidates: 100 }];

beforeEach(() => fakeLayout({ width: 1000, height: 600 }));
afterEach(cleanup);

/** A hundred candidates, two in each bin; those from 0.7 on were dropped. */
function cacheWith(part: Partial<Run> = {}, previews: [Thresholds, RefilterPreview][] = []) {
  const cache = testCache();
  cache.setQueryData(runQuery(api, P, 7).queryKey, exampleRun(7, part));
  const bins = Array.from({ length: HISTOGRAM_BINS }, (_, bin) =>
    bin < 35 ? { accepted: 2, dropped: 0 } : { accepted: 0, dropped: 2 },
  );
  for (const measure of MEASURES) {
    cache.setQueryData(histogramQuery(api, P, measure, 7).queryKey, { measure, bins, total: 100 });
  }
  const known: [Thresholds, RefilterPreview][] = [
    [OWN, { accepted: 70, dropped: 30, changing: 0 }],
    ...previews,
  ];
  for (const [thresholds, preview] of known) {
    cache.setQueryData(previewQuery(api, P, 7, thresholds).queryKey, preview);
  }
  return cache;
}

function show(cache = cacheWith(), runs: typeof RUNS | undefined = RUNS) {
  showScreen(<ThresholdPanel project={P} runs={runs} run={null} onRun={() => undefined} />, cache);
}

const slider = () => screen.getByRole<HTMLInputElement>("slider");
const move = (to: number) => fireEvent.change(slider(), { target: { value: String(to) } });
const stats = () => screen.getByRole("status").textContent;
const apply = () => screen.getByRole<HTMLButtonElement>("button", { name: "Apply to this run" });

describe("the thresholds of a run", () => {
  test("begin as they are, with the exact numbers, and there is nothing to apply", () => {
    show();
    expect(slider().value).toBe("0.7");
    expect(slider().step).toBe("0.01");
    expect(slider().getAttribute("aria-valuetext")).toBe("0.70: 70 of 100 would stay");
    expect(stats()).toBe("Would stay70of 100Would be dropped30Would change0");
    expect(apply().disabled).toBe(true);
    expect(screen.getByRole("img", { name: /100 candidates by the ROUGE-L/ })).toBeTruthy();
  });

  test("that are moved say at once about how many would stay, then exactly", async () => {
    const half = { ...OWN, "rouge-l": 0.5 };
    show(cacheWith({}, [[half, { accepted: 49, dropped: 51, changing: 21 }]]));
    move(0.5);
    expect(stats()).toBe("Would stayabout 50of 100Would be droppedabout 50Would change…");
    expect(apply().disabled).toBe(true);
    await expect.poll(stats).toBe("Would stay49of 100Would be dropped51Would change21");
    expect(apply().disabled).toBe(false);
  });

  test("can count by another measure, or not at all", async () => {
    show(
      cacheWith({}, [
        [
          { ...OWN, "rouge-l": null },
          { accepted: 100, dropped: 0, changing: 30 },
        ],
      ]),
    );
    fireEvent.click(screen.getByRole("switch", { name: /ROUGE-L counts/ }));
    expect(slider().disabled).toBe(true);
    await expect.poll(stats).toBe("Would stay100of 100Would be dropped0Would change30");
    fireEvent.click(screen.getByRole("button", { name: "LCS ratio" }));
    expect(screen.getByRole("slider", { name: "Threshold of LCS ratio" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Back to the run's own" }));
    expect(stats()).toContain("70");
  });

  test("are applied after a confirmation that says what will change", async () => {
    const calls = fakeStudio(() => ({ accepted: 49, dropped: 51, changed: 21 }));
    const half = { ...OWN, "rouge-l": 0.5 };
    show(cacheWith({}, [[half, { accepted: 49, dropped: 51, changing: 21 }]]));
    move(0.5);
    await expect.poll(() => apply().disabled).toBe(false);
    fireEvent.click(apply());
    const dialog = await screen.findByRole("alertdialog", { name: "Decide 21 candidates anew?" });
    fireEvent.click(within(dialog).getByRole("button", { name: "Apply" }));
    await expect.poll(() => calls[0]).toMatchObject({ method: "POST", body: { run: 7, thresholds: half } });
  });

  test("of a run that hasn't ended can be tried, not applied", async () => {
    const half = { ...OWN, "rouge-l": 0.5 };
    const live = { state: "running", finishedAt: null } as const;
    show(cacheWith(live, [[half, { accepted: 49, dropped: 51, changing: 21 }]]));
    move(0.5);
    await expect.poll(stats).toContain("21");
    expect(apply().disabled).toBe(true);
    expect(screen.getByText(/until it has ended/)).toBeTruthy();
  });

  test("are those that it was last filtered by", () => {
    const last = { ...OWN, "rouge-l": 0.4, lcs: 0.9 };
    show(cacheWith({ result: { thresholds: last } }, [[last, { accepted: 40, dropped: 60, changing: 0 }]]));
    expect(slider().value).toBe("0.4");
    expect(screen.getByRole("button", { name: "LCS ratio 0.90" })).toBeTruthy();
  });

  test("without a run lead to growing; while runs are on their way nothing is said", () => {
    show(testCache(), []);
    expect(screen.getByRole("link", { name: "Grow the seeds" })).toBeTruthy();
    cleanup();
    showScreen(
      <ThresholdPanel project={P} runs={undefined} run={null} onRun={() => undefined} />,
      testCache(),
    );
    expect(screen.queryByRole("slider")).toBeNull();
  });
});
