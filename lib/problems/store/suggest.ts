import type { ProjectScope } from "#lib/auth/scope.ts";
import { sql } from "#lib/db.ts";
import { fairCap } from "../classifier/fair-cap.ts";
import { type Classifier, classify, LEAST_PER_CLASS, trainClassifier } from "../classifier.ts";
import type { Suggestion } from "../contract.ts";
import { inSlices } from "./slices.ts";

/** Of more labelled problems, so many are learnt from: as many of each sub-domain, as far as there are. */
const MOST_EXAMPLES = 20_000;
const LONGEST_TEXT = 4000;
/** Alternatives that are shown. */
const SHOWN = 5;
/** Classifiers of so many projects are kept, up to 32 MB each. */
const KEPT = 8;
/** After each look at the labels, and after learning them, that work rests for so many times as long as it took. */
const REST = 20;

interface Learnt {
  /** Says which labels it was learnt from. */
  readonly labels: string;
  readonly classifier: Classifier<number> | null;
  lookAgainAt: number;
  readonly learnAgainAt: number;
}

const kept = new Map<number, Learnt>();
const learning = new Map<number, Promise<Learnt>>();

/** Sub-domains that a statement may belong to, likeliest first, as the project's own labels teach it. */
export async function suggestSubdomains(scope: ProjectScope, text: string): Promise<Suggestion> {
  const { classifier } = await learnt(scope.projectId);
  if (!classifier) return { subdomains: [], trainedOn: 0, accuracy: null };
  const found = classify(classifier, text).slice(0, SHOWN);
  const named = await sql()<{ id: number; name: string }[]>`
    SELECT id, name FROM subdomain
    WHERE project_id = ${scope.projectId} AND id = ANY(${found.map(({ label }) => label)}::int[])`;
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return {
    subdomains: found.flatMap(({ label, confidence }) => {
      const subdomain = names.get(label);
      return subdomain === undefined ? [] : [{ subdomain, confidence: Math.min(1, confidence) }];
    }),
    trainedOn: classifier.trainedOn,
    accuracy: classifier.accuracy,
  };
}

/** What was learnt of the project's labels. Where they have changed since, it is learnt anew behind the answer. */
async function learnt(projectId: number): Promise<Learnt> {
  const known = kept.get(projectId);
  if (!known) return learn(projectId);
  const start = performance.now();
  if (start < known.lookAgainAt) return known;
  const { labels } = await readLabels(projectId);
  known.lookAgainAt = performance.now() + REST * (performance.now() - start);
  if (labels === known.labels) return known;
  if (known.classifier === null) return learn(projectId);
  if (performance.now() >= known.learnAgainAt) {
    // What fails here is asked for again, and seen, by whoever asks once this is forgotten.
    learn(projectId).catch(() => kept.delete(projectId));
  }
  return known;
}

/** Learns once for all who ask at the same time. */
function learn(projectId: number): Promise<Learnt> {
  const running = learning.get(projectId);
  if (running) return running;
  const begun = learnNow(projectId).finally(() => learning.delete(projectId));
  learning.set(projectId, begun);
  return begun;
}

async function learnNow(projectId: number): Promise<Learnt> {
  const start = performance.now();
  const { labels, classes } = await readLabels(projectId);
  const looked = performance.now();
  const examples = await readExamples(projectId, classes);
  const classifier = await inSlices(trainClassifier(examples));
  const now = performance.now();
  const fresh = {
    labels,
    classifier,
    lookAgainAt: now + REST * (looked - start),
    learnAgainAt: now + REST * (now - start),
  };
  kept.delete(projectId);
  kept.set(projectId, fresh);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return fresh;
}

interface Class {
  id: number;
  problems: number;
}

/** The sub-domains that can be learnt, and a text that is another one when any problem's label has changed. */
async function readLabels(projectId: number): Promise<{ labels: string; classes: Class[] }> {
  // Of columns that an index has, so that it stays quick in a large table.
  const rows = await sql()<(Class & { members: number })[]>`
    SELECT subdomain_id AS id, count(*)::int AS problems, sum(hashint4(id)) AS members
    FROM problem WHERE project_id = ${projectId} AND subdomain_id IS NOT NULL
    GROUP BY subdomain_id ORDER BY subdomain_id`;
  return {
    labels: JSON.stringify(rows),
    classes: rows.filter(({ problems }) => problems >= LEAST_PER_CLASS),
  };
}

async function readExamples(projectId: number, classes: readonly Class[]) {
  const each = fairCap(
    classes.map(({ problems }) => problems),
    MOST_EXAMPLES,
  );
  return sql()<{ text: string; label: number }[]>`
    SELECT left(text, ${LONGEST_TEXT}) AS text, subdomain_id AS label
    FROM unnest(${classes.map(({ id }) => id)}::int[]) AS class
    CROSS JOIN LATERAL (
      SELECT id FROM problem WHERE project_id = ${projectId} AND subdomain_id = class
      ORDER BY hashint4(id), id LIMIT ${each}
    ) AS picked
    JOIN problem USING (id)
    ORDER BY id`;
}
