import { hardRule } from "#lib/scoring/contract.ts";
import type { Input } from "./operation-input.ts";

const rule = hardRule.parse({});

/** What the operations on hard samples need at least. */
export const hardInputs: Record<string, Input> = {
  "hard.summary": ({ slug }) => ({ project: slug }),
  "hard.preview": ({ slug }) => ({ project: slug, rule }),
  "hard.setRule": ({ slug }) => ({ project: slug, rule }),
};
