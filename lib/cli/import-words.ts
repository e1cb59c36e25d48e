/** A run's result, or a part of it, as the API gives it. */
type Result = Readonly<Record<string, unknown>>;

const RECORDS = ["problems", "paths", "scores", "pairs"];
const COUNTS = ["created", "matched", "rejected"];

/** An import's report as lines for a terminal: what was read, then a line for each kind of record there was. */
export function importWords(result: Result): string[] {
  const rejected = numberAt(result, "rejectedRows");
  const shape = typeof result["shape"] === "string" ? ` as ${result["shape"]}` : "";
  const read = `${grouped(numberAt(result, "rows"))} rows read${shape}`;
  const lines = RECORDS.flatMap((name) => recordLine(name, result[name]));
  return [
    rejected === 0 ? read : `${read}, ${grouped(rejected)} of them rejected`,
    ...lines,
    ...extraLine(numberAt(result, "filled"), "problems that were there got what they lacked"),
    ...extraLine(numberAt(result, "warnings"), "lines differ from what is kept"),
  ];
}

function recordLine(name: string, counts: unknown): string[] {
  if (typeof counts !== "object" || counts === null) return [];
  const given: Result = { ...counts };
  if (COUNTS.every((count) => numberAt(given, count) === 0)) return [];
  return [
    `${name.padEnd(9)} ${COUNTS.map((count) => `${grouped(numberAt(given, count))} ${count}`).join(", ")}`,
  ];
}

function extraLine(count: number, words: string): string[] {
  return count === 0 ? [] : [`${grouped(count)} ${words}`];
}

function numberAt(result: Result, name: string): number {
  const value = result[name];
  return typeof value === "number" ? value : 0;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}
