/** One line of a terminal that is written over and over; nothing where the output isn't a terminal. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away. */
  clear(): void;
}

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR = "\r\u001b[2K";

export function progressLine(terminal: Terminal): ProgressLine {
  let shown = "";
  function write(text: string): void {
    if (!terminal.isTTY || text === shown) return;
    shown = text;
    terminal.write(`${CLEAR}${text}`);
  }
  return { show: write, clear: () => write("") };
}

/** `part` of `whole` in whole per cent, rounded down: 100 stands for all of it. */
export function percent(part: number, whole: number): string {
  return `${whole > 0 ? Math.min(100, Math.floor((100 * part) / whole)) : 0} %`;
}
