import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { checkout } from "./checkout.ts";
import { hashOfFiles } from "./hash.ts";

const stampFile = join(checkout, "prisma", "generated", ".stamp");

/** Writes the database client into `prisma/generated` when it is missing or older than the models. */
export function ensureGenerated(): void {
  const stamp = hashOfFiles(checkout, [
    "prisma/schema.prisma",
    "prisma/models",
    "node_modules/prisma/package.json",
  ]);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  runPrisma(["generate"]);
  writeFileSync(stampFile, stamp);
}

/** Runs Prisma's command line without network: it must be shown some executable in place of its own engine. */
export function runPrisma(options: readonly string[]): void {
  const prisma = join(checkout, "node_modules", "prisma", "build", "index.js");
  const ran = spawnSync(process.execPath, [prisma, ...options], {
    cwd: checkout,
    encoding: "utf8",
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  });
  if (ran.status === 0) return;
  throw new AppError("unavailable", `prisma ${options.join(" ")} failed:\n${ran.stdout}${ran.stderr}`);
}
