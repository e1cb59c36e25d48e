const MARK = /<<[^<>\n]{1,400}>>/g;
const UNFINISHED = /<<[-+*/().,=%$\d\s]{0,400}$/;

const blank = (mark: string): string => " ".repeat(mark.length);

/**
 * Blanks out GSM8K's calculator marks (`<<48/2=24>>`, Cobbe et al. 2021): they are notes for a tool, never answers.
 * A mark that the end of the text cut off goes too. Every other character stays at its place.
 */
export function withoutCalculatorMarks(text: string): string {
  if (!text.includes("<<")) return text;
  const tail = text.lastIndexOf("<<");
  const closed = text.replace(MARK, blank);
  return closed.slice(0, tail) + closed.slice(tail).replace(UNFINISHED, blank);
}
