import { type SampledProblem, sampledProblems } from "../store/sample-plan.ts";

/** The problems of a run by place, read a page at a time; models at different places each have their page. */
export interface Problems {
  at(place: number): Promise<SampledProblem | null>;
}

const PAGE = 200;
/** Pages that are kept: models are seldom further apart than that, and then a page is read once more. */
const PAGES = 32;

export function openProblems(projectId: number, runId: number): Problems {
  const pages = new Map<number, Promise<SampledProblem[]>>();
  return {
    async at(place) {
      const page = Math.floor(place / PAGE);
      const known = pages.get(page);
      const rows = known ?? sampledProblems(projectId, runId, { from: page * PAGE, size: PAGE });
      if (!known) pages.set(page, rows);
      const [oldest] = pages.keys();
      if (pages.size > PAGES && oldest !== undefined) pages.delete(oldest);
      return (await rows)[place - page * PAGE] ?? null;
    },
  };
}
