import { createHash } from "node:crypto";
import { sql } from "#lib/db.ts";
import type { FilledProject } from "./filled-project.ts";

const PROGRAM = "first = 7\nsecond = 9\nprint(first + second)";

/** A seed with a program, that varies; its statement has the project's mark in it. */
async function varyingSeed({ id }: FilledProject): Promise<{ problem: number; text: string }> {
  const [{ mark }] = await sql()<
    [{ mark: string }]
  >`SELECT description AS mark FROM project WHERE id = ${id}`;
  const key = crypto.randomUUID();
  const text = `What is 7 plus 9, ${mark}, ${key}?`;
  const solution = `\`\`\`python\n${PROGRAM}\n\`\`\``;
  const [row] = await sql()<[{ id: number }]>`
    INSERT INTO problem (project_id, key, text, text_hash, answer, solution)
    VALUES (${id}, ${key}, ${text}, ${createHash("sha256").update(text).digest("hex")}, '16', ${solution})
    RETURNING id`;
  return { problem: row.id, text };
}

function templateFor(statement: string) {
  const at = (text: string, number: string) => {
    const start = text.indexOf(number);
    return [{ start, end: start + number.length }];
  };
  const parameter = (name: string, number: string) => ({
    name,
    value: Number(number),
    varies: true,
    min: 2,
    max: 20,
    step: 1,
    statement: at(statement, number),
    program: at(PROGRAM, number),
    scale: 1,
  });
  return {
    statement,
    program: PROGRAM,
    constraints: [],
    parameters: [parameter("first", "7"), parameter("second", "9")],
  };
}

/** What the operations of variation need at least. */
export const variationInputs = {
  "variation.start": async (project: FilledProject) => {
    await varyingSeed(project);
    return { project: project.slug };
  },
  "variation.template": async (project: FilledProject) => ({
    project: project.slug,
    problem: (await varyingSeed(project)).problem,
  }),
  "variation.saveTemplate": async (project: FilledProject) => {
    const { problem, text } = await varyingSeed(project);
    return { project: project.slug, problem, version: 0, template: templateFor(text) };
  },
  "variation.preview": async (project: FilledProject) => {
    const { problem, text } = await varyingSeed(project);
    return { project: project.slug, problem, count: 1, template: templateFor(text) };
  },
};
