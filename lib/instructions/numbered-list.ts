/** The beginning of an item: `marks` is the emphasis around its heading, `rest` what stands behind it on its line. */
interface Heading {
  line: number;
  rest: string;
}

const MARKS = "(?<marks>[ \\t>#-]{0,12}[*_]{0,3})[ \\t]{0,4}";
const FIELD = "(?:[ \\t]{0,4}[(（\\[][^()（）\\[\\]]{0,80}[)）\\]])?";
const STOP = "[*_]{0,3}[ \\t]{0,4}(?:[.:：、)\\]—–-]+|$)[*_]{0,3}";

/** "Problem 3:", "### Question 3", "**Task #3 (Algebra):**", "题目3：", "第3题". */
const NAMED = new RegExp(
  `^${MARKS}(?:(?:new |math )?(?:problem|question|task|exercise|题目|问题|习题|練習|题)[ \\t]{0,4}(?:#|no\\.?|number)?[ \\t]{0,4}\\d{1,3}(?!\\d)|第[ \\t]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[ \\t]?[题題道问問个個]{1,2})${FIELD}[ \\t]{0,4}${STOP}(?<rest>.*)$`,
  "iu",
);
/** "3.", "3)", "**3.**", "（3）", "3、"; a decimal such as 3.5 isn't one. */
const NUMBERED = new RegExp(
  `^${MARKS}[(（]?(?<number>\\d{1,3})[*_]{0,3}(?:[.:：)）、](?!\\d)[*_]{0,3})(?<rest>.*)$`,
  "u",
);

/** From such a line on, a model answers its own problem. */
const ANSWER =
  /^[ \t>#]{0,8}[*_]{0,3}(?:final answer|answer|solution|explanation|hint|answer key|参考答案|答案|解答|解析|解)[*_]{0,3}[ \t]{0,4}[:：]/iu;
/** What a model says behind its problems. */
const FAREWELL =
  /^[ \t*_>]{0,8}(?:let me know|feel free|i hope|hope (?:this|these)|would you like|these problems (?:are|cover|should|test))/i;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}\w*)[ \t]*$/;

/**
 * The items of a numbered list in plain text, without their headings, and without answers and farewells behind them.
 * Where items are named ("Problem 3"), plain numbers belong to their texts; otherwise numbers count only in order, from
 * 1, so that lists within an item stay in it. Linear in the text.
 */
export function numberedItems(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const named = lines.flatMap((line, at) => headingOf(NAMED.exec(line), at) ?? []);
  const headings = named.length > 0 ? named : inOrder(lines);
  return headings.map((heading, at) => {
    const following = lines.slice(heading.line + 1, headings[at + 1]?.line ?? lines.length);
    return body(heading.rest, following);
  });
}

function headingOf(found: RegExpExecArray | null, line: number): Heading | null {
  if (!found) return null;
  const { marks = "", rest = "" } = found.groups ?? {};
  // The emphasis that was begun before the heading may end behind the title that follows it.
  const emphasis = /[*_]+$/.exec(marks)?.[0] ?? "";
  const title = rest.trim();
  const ends = emphasis !== "" && title.endsWith(emphasis) && !title.startsWith(emphasis);
  return { line, rest: ends ? title.slice(0, -emphasis.length).trim() : rest };
}

function inOrder(lines: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  for (const [at, line] of lines.entries()) {
    const found = NUMBERED.exec(line);
    if (!found || Number(found.groups?.["number"]) !== headings.length + 1) continue;
    const heading = headingOf(found, at);
    if (heading) headings.push(heading);
  }
  return headings;
}

function body(first: string, following: readonly string[]): string {
  const lines = [first, ...following];
  const end = lines.findIndex((line) => ANSWER.test(line) || FAREWELL.test(line));
  const kept = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !RULE.test(line));
  return kept.join("\n").trim();
}
