const SHOWN = 20;

/** Tells on standard error what is wrong with lines, the first ones each, the others as their number. */
export class Faults {
  count = 0;

  tell(fault: string): void {
    this.count += 1;
    if (this.count <= SHOWN) console.error(fault);
  }

  /** Says how many there were beyond those that were told. */
  sum(): void {
    const more = this.count - SHOWN;
    if (more > 0) console.error(`and ${more.toLocaleString("en")} more lines that can't be read`);
  }
}
