/** Finds places in one text over and over, each time in logarithmic time: a needle's places are listed once. */
export type TextSeeker = {
  /** The first place of the needle at or after `from`; −1 where there is none. */
  next: (needle: string, from: number) => number;
  /** The same, of those that no backslash escapes. */
  nextUnescaped: (needle: string, from: number) => number;
  /** The first run of exactly `length` backticks at or after `from`; −1 where there is none. */
  nextBackticks: (length: number, from: number) => number;
};

export function makeTextSeeker(text: string): TextSeeker {
  const places = new Map<string, number[]>();
  let runs: Map<number, number[]> | undefined;

  const listed = (key: string, find: () => number[]) => {
    const known = places.get(key) ?? find();
    places.set(key, known);
    return known;
  };

  return {
    next: (needle, from) =>
      firstFrom(
        listed(`:${needle}`, () => placesOf(text, needle)),
        from,
      ),
    nextUnescaped: (needle, from) =>
      firstFrom(
        listed(`\\${needle}`, () => placesOf(text, needle).filter((at) => !isEscaped(text, at))),
        from,
      ),
    nextBackticks: (length, from) => {
      runs ??= backtickRuns(text);
      return firstFrom(runs.get(length) ?? [], from);
    },
  };
}

/** Whether an odd number of backslashes stands right before this place. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charAt(at - 1 - slashes) === "\\") slashes += 1;
  return slashes % 2 === 1;
}

function placesOf(text: string, needle: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) found.push(at);
  return found;
}

function backtickRuns(text: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = found.get(run.length);
    if (same === undefined) found.set(run.length, [index]);
    else same.push(index);
  }
  return found;
}

/** The first of the ascending places at or after `from`, by bisection. */
function firstFrom(places: readonly number[], from: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? -1;
}
