/** Tests of one step: how many passed, failed and were skipped. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** A step without tests of its own counts as one. */
export function stepTally(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function numberAt(report: unknown, key: string): number {
  const value =
    typeof report === "object" && report !== null
      ? Object.entries(report).find(([name]) => name === key)?.[1]
      : 0;
  return typeof value === "number" ? value : 0;
}

/** From Vitest's JSON report. A run that failed without a failed test (a file that can't be loaded) counts as one. */
export function vitestTally(report: unknown, ok: boolean): Tally {
  const failed = numberAt(report, "numFailedTests");
  return {
    passed: numberAt(report, "numPassedTests"),
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: numberAt(report, "numPendingTests") + numberAt(report, "numTodoTests"),
  };
}

/** From Playwright's JSON report. A flaky test, passed at a second try, is a failed one here. */
export function playwrightTally(report: unknown, ok: boolean): Tally {
  const stats = typeof report === "object" && report !== null && "stats" in report ? report.stats : null;
  const failed = numberAt(stats, "unexpected") + numberAt(stats, "flaky");
  return {
    passed: numberAt(stats, "expected"),
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: numberAt(stats, "skipped"),
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The gate's last line: `N passed, N failed`, and the skipped ones where there are any. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
