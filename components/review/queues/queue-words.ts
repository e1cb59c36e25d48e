import { policyLabel, STATE_LABEL } from "#components/pairs/pair-words.ts";
import { KIND_LABEL } from "#components/paths/kind-words.ts";
import { VERDICT_LABEL } from "#components/paths/verdict-words.ts";
import { countWords } from "#components/problems/count-words.ts";
import { ORIGIN_LABEL, SPLIT_LABEL } from "#components/problems/problem-words.ts";
import type { Tone } from "#components/ui/tone.ts";
import type {
  QueueCounts,
  QueueOrder,
  QueueSource,
  ReviewQueue,
  SkipPolicy,
  UnitState,
} from "#lib/review/contract/queues.ts";
import type { TaskKind } from "#lib/review/contract.ts";

export const TASK_WORD: Record<TaskKind, string> = {
  pair: "Pairs",
  ranking: "Ranking",
  score: "Score",
  first_wrong: "First wrong step",
  seed: "Seed check",
};

/** What each kind asks of a reviewer, in a line. */
export const TASK_ASKS: Record<TaskKind, string> = {
  pair: "Which of two paths is better, and by how much? Feeds preference data.",
  ranking: "In which order do several paths of a problem stand, best first?",
  score: "How good is a path, from 1 to 10, and why? Feeds the scorers' trust pages.",
  first_wrong: "Where does a path go wrong first, if anywhere?",
  seed: "Is a problem clear, can it be solved, and is its answer right?",
};

export const QUEUE_STATE_WORD: Record<ReviewQueue["state"], string> = {
  open: "Open",
  paused: "Paused",
  closed: "Closed",
};

export const QUEUE_STATE_TONE: Record<ReviewQueue["state"], Tone> = {
  open: "good",
  paused: "warn",
  closed: "neutral",
};

export const UNIT_STATE_WORD: Record<UnitState, string> = {
  open: "Open",
  done: "Done",
  disputed: "Disputed",
  settled: "Settled",
  dropped: "Dropped",
};

export const UNIT_STATE_TONE: Record<UnitState, Tone> = {
  open: "neutral",
  done: "good",
  disputed: "warn",
  settled: "accent",
  dropped: "bad",
};

export const ORDER_WORD: Record<QueueOrder, string> = {
  hardest: "Hardest first",
  closest: "Closest first",
  random: "Random",
  given: "As they came",
};

export const ORDER_MEANING: Record<QueueOrder, string> = {
  hardest: "Problems whose paths mostly fail come first.",
  closest: "Pairs whose scores differ least come first.",
  random: "No order that could be guessed.",
  given: "By their priority and age.",
};

export const SKIP_WORD: Record<SkipPolicy, string> = {
  me: "Back to whoever skipped it",
  others: "To others",
  drop: "Out of the queue",
};

export const SKIP_MEANING: Record<SkipPolicy, string> = {
  me: "Once the rest is done.",
  others: "Never again to whoever skipped it.",
  drop: "Nobody is asked again.",
};

const quoted = (text: string | undefined) => (text ? `with “${text}”` : null);
const sentence = (parts: readonly (string | null)[]) =>
  `${parts.filter((part) => part !== null && part !== "").join(", ")}.`;

/** Where a queue's units come from, as a sentence. */
export function sourceSentence(source: QueueSource): string {
  switch (source.kind) {
    case "pair": {
      const { state, origin, q, problem } = source.filter;
      return sentence([
        state ? `${STATE_LABEL[state]} pairs` : "All pairs",
        source.policy === null ? null : `mined as “${policyLabel(source.policy)}”`,
        origin ? (origin === "mined" ? "mined ones" : "imported ones") : null,
        source.hardOnly ? "of hard samples" : null,
        problem ? `of problem ${problem}` : null,
        quoted(q),
      ]);
    }
    case "ranking":
      return sentence([`Up to ${source.paths} paths of each problem`, ...pathParts(source.filter)]);
    case "score":
    case "first_wrong":
      return sentence([`Up to ${source.perProblem} paths of each problem`, ...pathParts(source.filter)]);
    case "seed": {
      const { origin, split, tag, q, subdomain, difficulty, hard } = source.problems;
      return sentence([
        origin ? `${ORIGIN_LABEL[origin]} problems` : "All problems",
        split ? `of the ${SPLIT_LABEL[split].toLowerCase()} split` : null,
        tag ? `tagged “${tag}”` : null,
        subdomain ? `of ${subdomain}` : null,
        difficulty ? `of difficulty ${difficulty}` : null,
        hard ? "hard samples" : null,
        quoted(q),
      ]);
    }
  }
}

function pathParts({
  verdict,
  kind,
  model,
  q,
  problem,
  hard,
  run,
}: Extract<QueueSource, { kind: "ranking" }>["filter"]): (string | null)[] {
  return [
    verdict ? VERDICT_LABEL[verdict].toLowerCase() : null,
    kind ? KIND_LABEL[kind] : null,
    model === undefined ? null : `by ${model === "" ? "people" : model}`,
    hard ? "of hard samples" : null,
    run ? `of run ${run}` : null,
    problem ? `of problem ${problem}` : null,
    quoted(q),
  ];
}

/** What one unit of a kind is called. */
const UNIT_WORD: Record<TaskKind, string> = {
  pair: "pair",
  ranking: "ranking",
  score: "path",
  first_wrong: "path",
  seed: "problem",
};

export function unitsText(kind: TaskKind, units: number): string {
  return countWords(units, UNIT_WORD[kind]);
}

/** How far a queue has come: answers there are, of those and the ones still wanted. */
export function progressOf({ answers, wanted }: Pick<QueueCounts, "answers" | "wanted">): {
  value: number;
  max: number;
  text: string;
} {
  const all = answers + wanted;
  const number = (value: number) => value.toLocaleString("en");
  return { value: answers, max: Math.max(all, 1), text: `${number(answers)} of ${number(all)} answers` };
}

/** Reviews of each unit, as the settings say. */
export function overlapText({ overlap, extra }: Pick<ReviewQueue, "overlap" | "extra">): string {
  const each = countWords(overlap, "answer");
  return extra === 0 ? `${each} each` : `${each} each, up to ${extra} more where they disagree`;
}
