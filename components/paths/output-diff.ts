/** A line of a recorded output, of what was printed when the code was run, or of both. */
export interface DiffLine {
  kind: "same" | "recorded" | "ran";
  text: string;
}

/** So many pairs of lines are compared at most; beyond that the middle is shown as two whole blocks. */
const MOST_PAIRS = 250_000;

/** Lines as people see them: their ends of any kind, spaces before those and empty lines at the end don't count. */
function linesOf(output: string): string[] {
  const lines = output.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  return lines;
}

function shared(a: readonly string[], b: readonly string[], most: number, end: boolean): number {
  let count = 0;
  const at = (lines: readonly string[]) => lines[end ? lines.length - 1 - count : count];
  while (count < most && at(a) === at(b)) count += 1;
  return count;
}

/** Longest common subsequence of lines (Wagner and Fischer 1974): for each pair of rests, how long theirs is. */
function restLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  return lengths;
}

function diffMiddle(recorded: readonly string[], ran: readonly string[]): DiffLine[] {
  const all = (kind: DiffLine["kind"], lines: readonly string[]) => lines.map((text) => ({ kind, text }));
  if (recorded.length * ran.length > MOST_PAIRS) return [...all("recorded", recorded), ...all("ran", ran)];
  const lengths = restLengths(recorded, ran);
  const width = ran.length + 1;
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < recorded.length && j < ran.length) {
    const [old = "", now = ""] = [recorded[i], ran[j]];
    if (old === now) {
      lines.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      lines.push({ kind: "recorded", text: old });
      i += 1;
    } else {
      lines.push({ kind: "ran", text: now });
      j += 1;
    }
  }
  return [...lines, ...all("recorded", recorded.slice(i)), ...all("ran", ran.slice(j))];
}

/**
 * What two outputs have in common and where they differ, line by line: the lines "same" and "recorded" are the
 * recorded output, "same" and "ran" the other, each in order.
 */
export function diffOutputs(recorded: string, ran: string): DiffLine[] {
  const [old, now] = [linesOf(recorded), linesOf(ran)];
  const shorter = Math.min(old.length, now.length);
  const head = shared(old, now, shorter, false);
  const tail = shared(old, now, shorter - head, true);
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: "same", text }));
  return [
    ...same(old.slice(0, head)),
    ...diffMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...same(old.slice(old.length - tail)),
  ];
}

/** A diff to read: of the same lines only the `near` ones beside a difference, and how many were left out between. */
export function foldSame(diff: readonly DiffLine[], near = 2): (DiffLine | number)[] {
  const shown = new Uint8Array(diff.length);
  for (const [place, { kind }] of diff.entries()) {
    if (kind !== "same") shown.fill(1, Math.max(0, place - near), place + near + 1);
  }
  const folded: (DiffLine | number)[] = [];
  for (const [place, line] of diff.entries()) {
    const last = folded.at(-1);
    if (shown[place] === 1) folded.push(line);
    else if (typeof last === "number") folded[folded.length - 1] = last + 1;
    else folded.push(1);
  }
  return folded;
}
