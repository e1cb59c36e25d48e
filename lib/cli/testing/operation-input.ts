import type { Values } from "./endpoints.ts";
import type { FilledProject } from "./filled-project.ts";

/** Gives what an operation needs at least, in a project that has rows of everything. */
export type Input = (project: FilledProject) => Values | Promise<Values>;
