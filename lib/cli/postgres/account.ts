import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { AppError } from "#lib/errors.ts";

/** The user that runs PostgreSQL, which refuses to run as root; undefined means the one who asks. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Under root: whoever owns the data folder, or for a new one the system's `postgres` user, made where missing. */
export function postgresAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return systemAccount() ?? createAccount();
}

function systemAccount(): Account | undefined {
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number(
        execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      ),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

function createAccount(): Account {
  try {
    const options = ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false"];
    execFileSync("useradd", [...options, "postgres"], { stdio: "ignore" });
  } catch {
    // What counts is whether the user is there now: another start may have made it.
  }
  const made = systemAccount();
  if (made) return made;
  throw new AppError(
    "unavailable",
    "PostgreSQL can't run as root, and a user `postgres` could not be made: run Lemma as another user, or set DATABASE_URL.",
  );
}
