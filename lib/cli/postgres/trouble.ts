/** Why PostgreSQL did not come up: the cause, and one sentence that says what to do. */
export interface Trouble {
  readonly cause: "disk" | "port" | "running" | "memory in use" | "version" | "rights" | "memory" | "unknown";
  readonly sentence: string;
}

type Known = readonly [pattern: RegExp, cause: Trouble["cause"], sentence: (folder: string) => string];

const known: readonly Known[] = [
  [
    /no space left on device|disk quota exceeded/i,
    "disk",
    (folder) =>
      `The disk that holds ${folder} is full: free some space, or set LEMMA_HOME to a folder elsewhere.`,
  ],
  [/address already in use/i, "port", () => "PostgreSQL's port was taken by another program: start again."],
  [/lock file "postmaster\.pid" already exists/i, "running", () => "PostgreSQL already runs in this folder."],
  [
    /pre-existing shared memory block/i,
    "memory in use",
    (folder) =>
      `Processes of an earlier PostgreSQL in ${folder} have not ended yet: wait a moment, or end them.`,
  ],
  [
    /database files are incompatible with server/i,
    "version",
    (folder) => `The database in ${folder} was made by another version of PostgreSQL.`,
  ],
  [
    /wrong ownership|permission denied|invalid permissions|operation not permitted/i,
    "rights",
    (folder) =>
      `This user may not use ${folder}: run as the user who made it, or set LEMMA_HOME to another folder.`,
  ],
  [
    /could not (create|map|resize) (anonymous )?shared memory|cannot allocate memory|out of memory/i,
    "memory",
    () => "There is not enough memory for PostgreSQL (it asks for 256 MB of shared memory).",
  ],
];

/**
 * Reads the cause out of what initdb or the server wrote (in English: both run with LC_MESSAGES=C).
 * @param folder the data folder, to be named in the sentence
 */
export function troubleIn(log: string, folder: string): Trouble {
  for (const [pattern, cause, sentence] of known) {
    if (pattern.test(log)) return { cause, sentence: sentence(folder) };
  }
  const said = log
    .split("\n")
    .findLast((line) => /\b(FATAL|PANIC|error):/.test(line))
    ?.trim();
  return {
    cause: "unknown",
    sentence: `PostgreSQL did not start in ${folder}: ${said ?? "it gave no reason"}`,
  };
}

/** The sentence for a data folder of another major version, or undefined where the two agree. */
export function versionTrouble(found: string, brought: string, folder: string): string | undefined {
  if (found === brought) return undefined;
  return `The database in ${folder} was made by PostgreSQL ${found}, and this Lemma brings ${brought}: move its data over with pg_dump, or set LEMMA_HOME to a new folder.`;
}
