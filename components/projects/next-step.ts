import type { z } from "zod";
import type { Role } from "#lib/auth/contract.ts";
import type { projectCounts } from "#lib/projects/contract.ts";

type Counts = z.infer<typeof projectCounts>;

export interface NextStep {
  title: string;
  body: string;
  /** Path below the project's, and the words on its button. */
  path: string;
  action: string;
}

/** What this person can best do next in a project: the first stage of the flow that is still empty. */
export function nextStep(counts: Counts, role: Role): NextStep | null {
  const canImport = role !== "reviewer";
  if (counts.problems === 0 && canImport) {
    return {
      title: "Bring in problems and paths",
      body: "Drop a JSONL, CSV or Parquet file. GSM8K, MATH, ToRA, MetaMath, preference rows and other shapes are recognised.",
      path: "/import",
      action: "Import a file",
    };
  }
  if (counts.paths === 0 && role === "lead") {
    return {
      title: "Bring in reasoning paths",
      body: "The problems are here. Import what models answered, to have their answers checked.",
      path: "/import",
      action: "Import paths",
    };
  }
  if (counts.pairs === 0 && counts.correct > 0 && role === "lead") {
    return {
      title: "Mine preference pairs",
      body: "Correct and incorrect paths of one problem make candidate pairs for review.",
      path: "/pairs",
      action: "Mine pairs",
    };
  }
  if (counts.pairs > counts.judged && role !== "curator") {
    const left = counts.pairs - counts.judged;
    return {
      title: "Judge pairs",
      body: `${left.toLocaleString("en")} ${left === 1 ? "pair waits" : "pairs wait"} for a choice between two answers.`,
      path: "/review",
      action: "Start reviewing",
    };
  }
  if (counts.judged > 0 && counts.versions === 0 && role === "lead") {
    return {
      title: "Freeze a dataset",
      body: "Filter what has been judged, freeze a numbered version, download it as DPO or SFT JSONL.",
      path: "/datasets",
      action: "Make a dataset",
    };
  }
  if (counts.problems > 0 && role === "curator") {
    return {
      title: "Grow the seeds",
      body: "Vary seeds that have a program, or let a model write new problems like them. The filter keeps what is new.",
      path: "/grow",
      action: "Grow",
    };
  }
  return null;
}
