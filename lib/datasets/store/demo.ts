import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Actor } from "#lib/context.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import type { Project } from "#lib/projects/contract.ts";
import { importOptions } from "../import-options.ts";
import { queueImport } from "./imports.ts";

const SLUG = "demo";
const DESCRIPTION = "Problems over several fields, with right and wrong reasoning paths of every kind.";

// Named from the working folder, which is the checkout for the web server and the workers alike: Next.js doesn't
// carry files along that are named relative to a module.
const FILES = [
  join(process.cwd(), "prisma/demo/problems.jsonl"),
  join(process.cwd(), "prisma/demo/paths.jsonl"),
] as const;

/**
 * Makes the demo project with the actor as lead, its data on their way in; or gives it when it is there. Without an
 * actor (`lemma start --demo` on an installation without people) it has no members; owners act as lead everywhere.
 */
export async function loadDemo(actor: Pick<Actor, "userId"> | null): Promise<Project> {
  const files = FILES.map((path) => readFile(/* turbopackIgnore: true */ path));
  const file = Buffer.concat(await Promise.all(files));
  const userId = actor?.userId ?? null;
  return sql().begin(async (tx) => {
    // Of two callers at once, the second one's insert waits for the first one's end and then finds all of it there.
    const [made] = await tx<{ id: number }[]>`
      INSERT INTO project (slug, name, description, created_by_id)
      VALUES (${SLUG}, 'Demo', ${DESCRIPTION}, ${userId}) ON CONFLICT (slug) DO NOTHING RETURNING id`;
    if (made) await fillDemo(tx, userId, made.id, file);
    const [project] = await tx<[Omit<Project, "role">]>`
      SELECT slug, name, description, created_at FROM project WHERE slug = ${SLUG}`;
    return { ...project, role: "lead" };
  });
}

async function fillDemo(
  tx: SqlTransaction,
  userId: string | null,
  projectId: number,
  file: Buffer,
): Promise<void> {
  if (userId !== null) {
    await tx`INSERT INTO membership (project_id, user_id, role) VALUES (${projectId}, ${userId}, 'lead')`;
  }
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target)
    VALUES (${projectId}, ${userId}, 'project.create', ${SLUG})`;
  const sha256 = createHash("sha256").update(file).digest("hex");
  const [upload] = await tx<[{ id: number }]>`
    INSERT INTO upload (project_id, name, bytes, sha256, created_by_id)
    VALUES (${projectId}, 'demo.jsonl', ${file.length}, ${sha256}, ${userId}) RETURNING id`;
  await tx`INSERT INTO upload_chunk (upload_id, start, data) VALUES (${upload.id}, 0, ${file})`;
  const owner = { projectId, createdById: userId };
  await queueImport(
    tx,
    owner,
    { id: upload.id, name: "demo.jsonl" },
    importOptions.parse({ shape: "lemma" }),
  );
}
