import { describe, expect, test } from "vitest";
import { texToHtml } from "./tex-html.ts";

describe("texToHtml", () => {
  test("a formula becomes KaTeX's HTML with MathML for screen readers", () => {
    expect(texToHtml("\\frac{1}{2}", false)).toMatch(/<math[\s\S]*mfrac[\s\S]*class="katex-html"/);
  });

  test.each([
    "\\href{javascript:alert(1)}{x}",
    "\\url{https://example.org}",
    "\\includegraphics{https://example.org/x.png}",
    "\\htmlClass{evil}{x}",
    "\\htmlData{a=b}{x}",
    '\\text{<img src=x onerror="alert(1)">}',
    "<script>alert(1)</script>",
  ])("%j brings no link, no picture, no attribute and no tag of its own", (tex) => {
    const tags = (texToHtml(tex, false) ?? "").match(/<[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(2);
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<\/?(?:a|img|script|iframe)\b|\b(?:href|src|onerror|data-a)=|evil/);
    }
  });

  test("what it can't read is shown in the colour of errors", () => {
    expect(texToHtml("\\frac{1}{", false)).toContain("var(--color-bad)");
    expect(texToHtml("\\nosuchcommand", false)).toContain("var(--color-bad)");
  });

  test("macros that multiply without end are stopped", () => {
    const bomb =
      "\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\c\\c\\c\\c";
    expect(texToHtml(bomb, false)).toContain("var(--color-bad)");
  });

  test("a macro defined in one formula is unknown in the next", () => {
    texToHtml("\\gdef\\mine{1}", false);
    expect(texToHtml("\\mine", false)).toContain("var(--color-bad)");
  });

  test("sizes are bounded", () => {
    expect(texToHtml("\\rule{9999em}{9999em}", false)).not.toContain("9999em;");
  });

  test("what is too long or too deep gives null instead of an exception", () => {
    expect(texToHtml("x".repeat(6000), false)).toBeNull();
    expect(() => texToHtml("{".repeat(2400) + "}".repeat(2400), false)).not.toThrow();
  });
});
