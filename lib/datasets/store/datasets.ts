import postgres from "postgres";
import type { ProjectScope } from "#lib/auth/scope.ts";
import { type SqlTransaction, sql } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Dataset, DatasetFilter, DatasetVersion } from "../contract.ts";
import { latestVersions, listVersions } from "./versions.ts";

type DatasetRow = Omit<Dataset, "latest">;

function datasetRows(scope: ProjectScope) {
  return sql()`
    SELECT id, name, kind, filter, version, created_at, updated_at,
      (SELECT count(*)::int FROM dataset_version WHERE dataset_id = dataset.id) AS version_count
    FROM dataset WHERE project_id = ${scope.projectId}`;
}

/** By name. */
export async function listDatasets(scope: ProjectScope): Promise<Dataset[]> {
  const rows = await sql()<DatasetRow[]>`${datasetRows(scope)} ORDER BY name, id`;
  const latest = await latestVersions(scope);
  return rows.map((row) => ({ ...row, latest: latest.get(row.id) ?? null }));
}

export async function getDataset(
  scope: ProjectScope,
  id: number,
): Promise<Dataset & { versions: DatasetVersion[] }> {
  const [row] = await sql()<DatasetRow[]>`${datasetRows(scope)} AND id = ${id}`;
  if (!row) throw notFound("dataset");
  const versions = await listVersions(scope, id);
  return { ...row, latest: versions[0] ?? null, versions };
}

export async function createDataset(
  scope: ProjectScope,
  input: { name: string; filter: DatasetFilter },
): Promise<Dataset> {
  const id = await sql().begin(async (tx) => {
    const [row] = await tx<{ id: number }[]>`
      INSERT INTO dataset (project_id, name, kind, filter, created_by_id, updated_at)
      VALUES (${scope.projectId}, ${input.name}, ${input.filter.kind}, ${tx.json(input.filter)}, ${scope.actor.userId}, now())
      ON CONFLICT (project_id, name) DO NOTHING RETURNING id`;
    if (!row) throw nameTaken();
    await audit(tx, scope, "dataset.create", input.name, { filter: input.filter });
    return row.id;
  });
  return withoutVersions(await getDataset(scope, id));
}

interface Change {
  dataset: number;
  /** The dataset's version that the change was made on. */
  version: number;
  name?: string | undefined;
  filter?: DatasetFilter | undefined;
}

/** Changes name or filter, if the dataset is still as the caller saw it. Its kind stays. */
export async function updateDataset(scope: ProjectScope, input: Change): Promise<Dataset> {
  await sql()
    .begin((tx) => change(tx, scope, input))
    .catch((error: unknown) => {
      throw error instanceof postgres.PostgresError && error.code === UNIQUE_VIOLATION ? nameTaken() : error;
    });
  return withoutVersions(await getDataset(scope, input.dataset));
}

const UNIQUE_VIOLATION = "23505";

async function change(tx: SqlTransaction, scope: ProjectScope, input: Change): Promise<void> {
  const [before] = await tx<Pick<Dataset, "name" | "kind" | "version">[]>`
    SELECT name, kind, version FROM dataset WHERE id = ${input.dataset} AND project_id = ${scope.projectId} FOR UPDATE`;
  if (!before) throw notFound("dataset");
  if (before.version !== input.version) {
    throw new AppError(
      "conflict",
      "Someone has changed this dataset since you opened it. Load it again, then make your change.",
    );
  }
  if (input.filter && input.filter.kind !== before.kind) {
    throw new AppError(
      "invalid_input",
      `This dataset is of kind ${before.kind} and stays so. Make a new one.`,
      {
        field: "filter.kind",
      },
    );
  }
  await tx`
    UPDATE dataset SET name = ${input.name ?? before.name}, filter = coalesce(${input.filter ? tx.json(input.filter) : null}, filter),
      version = version + 1, updated_at = now()
    WHERE id = ${input.dataset}`;
  await audit(tx, scope, "dataset.update", before.name, {
    name: input.name ?? null,
    filter: input.filter ?? null,
  });
}

function nameTaken(): AppError {
  return new AppError("conflict", "Another dataset of this project has this name. Choose another one.", {
    field: "name",
  });
}

function withoutVersions({ versions: _, ...dataset }: Dataset & { versions: DatasetVersion[] }): Dataset {
  return dataset;
}

type Detail = Parameters<SqlTransaction["json"]>[0];

async function audit(
  tx: SqlTransaction,
  scope: ProjectScope,
  action: string,
  target: string,
  detail: Detail,
): Promise<void> {
  await tx`INSERT INTO audit_entry (project_id, actor_id, action, target, detail)
    VALUES (${scope.projectId}, ${scope.actor.userId}, ${action}, ${target}, ${tx.json(detail)})`;
}
