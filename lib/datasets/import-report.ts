/** A line of a file that was not taken, and why. */
export interface RejectedLine {
  line: number;
  field?: string | null;
  message: string;
}

/** Counts of one kind of record: every record is one of the three. */
export interface RecordCounts {
  created: number;
  /** Was there already, or stood on an earlier line. */
  matched: number;
  rejected: number;
}

/** What an import says it did: the result of its run. */
export interface ImportReport {
  fileType: string;
  /** Name of the shape; "columns" where they were mapped by hand. */
  shape: string;
  rows: number;
  /** Rows that could not be read as records of the shape. */
  rejectedRows: number;
  problems: RecordCounts;
  paths: RecordCounts;
  scores: RecordCounts;
  pairs: RecordCounts;
  /** Problems that were there and got an answer, solution, … that they lacked. */
  filled: number;
  /** Lines that differ from what is kept; the run's log names them. */
  warnings: number;
}

/** Why an all-or-nothing import took nothing, with the first fault and the two ways on. */
export function nothingImported(rejected: number, what: "line" | "record", first: RejectedLine): string {
  const many = rejected === 1 ? `1 ${what} was` : `${rejected.toLocaleString("en")} ${what}s were`;
  const field = first.field ? `, ${first.field}` : "";
  return `Nothing was imported, because ${many} rejected. Line ${first.line}${field}: ${first.message} Mend the file, or import it so that the good lines are taken and the others left out.`;
}
