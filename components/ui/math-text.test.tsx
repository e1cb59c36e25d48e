import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { MathInline } from "./math-inline.tsx";
import { MathText } from "./math-text.tsx";

afterEach(cleanup);

function html(text: string): HTMLElement {
  return render(<MathText text={text} />).container;
}

describe("MathText on hostile text", () => {
  test("HTML is shown as text and runs nothing", () => {
    const view = html(
      '<script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> and <b>bold</b>\n\n<!-- hidden -->',
    );
    expect(view.querySelector("script, img, b")).toBeNull();
    expect(view.textContent).toContain("<script>alert(1)</script>");
    expect(view.textContent).toContain("<!-- hidden -->");
  });

  test("pictures aren't loaded: their description stands for them", () => {
    const view = html("![a chart](https://example.org/track.png)");
    expect(view.querySelector("img, picture, [src], [style*=url]")).toBeNull();
    expect(view.textContent).toContain("a chart");
    expect(view.innerHTML).not.toContain("example.org");
  });

  test("links are kept for http and mail, without passing anything on, and become text otherwise", () => {
    const view = html(
      "[ok](https://example.org/a) [no](javascript:alert(1)) [nor](data:text/html,x) [nor here](/api/v1/x) <vbscript:x>",
    );
    const links = [...view.querySelectorAll("a")];
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["https://example.org/a"]);
    expect(links[0]?.rel).toBe("noopener noreferrer nofollow ugc");
    expect(view.textContent).toContain("nor here");
  });

  test("a link whose address holds a formula's placeholder gets its source back", () => {
    expect(html("[x](https://example.org/?q=$a$)").querySelector("a")?.getAttribute("href")).toContain("$a$");
  });

  test.each([
    ["quotes", "> ".repeat(9000)],
    ["lists", Array.from({ length: 130 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ])("%s nested without end are shown as they were written", (_, text) => {
    const view = html(text);
    expect(view.querySelector("pre")?.textContent).toBe(text);
  });

  test("nothing vanishes: definitions, underlines and indented lines stay in view", () => {
    const view = html("[1]: https://example.org 'secret'\n\nA sum\n-----\n\n    x = $y$");
    expect(view.textContent).toContain("secret");
    expect(view.textContent).toContain("A sum");
    expect(view.querySelector("pre")).toBeNull();
    expect(view.querySelector(".katex")).not.toBeNull();
  });
});

describe("MathText", () => {
  test("formulas are drawn inside Markdown, and keep their underscores and backslashes", () => {
    const view = html("- **so** $a_1$ and $b_1$\n\n\\[ \\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix} \\]");
    const sources = [...view.querySelectorAll("annotation")].map((each) => each.textContent);
    expect(sources).toEqual(["a_1", "b_1", "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}"]);
    expect(view.querySelector("li strong")?.textContent).toBe("so");
    expect(view.querySelectorAll("em")).toHaveLength(0);
    expect(view.querySelector(".katex-display")).not.toBeNull();
  });

  test("money, products and calculator marks read as they were written", () => {
    const view = html("She earns $5 and $7, so 3*4*5 = <<3*4*5=60>>60 for 2 * 3 hours");
    expect(view.textContent).toBe("She earns $5 and $7, so 3*4*5 = <<3*4*5=60>>60 for 2 * 3 hours");
    expect(view.querySelector(".katex")).toBeNull();
  });

  test("line breaks are kept", () => {
    expect(html("one\ntwo").querySelectorAll("br")).toHaveLength(1);
  });

  test("code is verbatim, dollars and all", () => {
    const view = html("```python\nprint('$x$', 3*4)\n```");
    expect(view.querySelector("pre")?.textContent).toBe("print('$x$', 3*4)\n");
  });

  test("headings of the text aren't headings of the page", () => {
    const view = html("# Big\n\n#### 18");
    expect(view.querySelector("h1, h2, h3, h4, h5, h6")).toBeNull();
    expect(view.textContent).toContain("18");
  });

  test("a long text shows its beginning, and the rest on demand", () => {
    const view = render(<MathText limit={100} text={`${"word ".repeat(60)}end.`} />);
    expect(view.container.textContent).not.toContain("end.");
    fireEvent.click(view.getByRole("button", { name: /Show the rest/ }));
    expect(view.container.textContent).toContain("end.");
    expect(view.queryByRole("button")).toBeNull();
  });

  test("a text of a million characters is shown as its source when all of it is asked for", () => {
    const view = render(<MathText text={`$x$ ${"lorem ipsum ".repeat(90_000)}`} />);
    fireEvent.click(view.getByRole("button", { name: /Show the rest/ }));
    expect(view.container.querySelector("pre")?.textContent).toHaveLength(1_080_004);
  });
});

describe("MathInline", () => {
  test("draws formulas on one line and leaves Markdown alone", () => {
    const view = render(<MathInline text={"**Let** $x_1$\n\nbe \\$5"} />).container;
    expect(view.querySelector(".katex")).not.toBeNull();
    expect(view.querySelector("strong, p, br, .katex-display")).toBeNull();
    expect(view.textContent).toContain("**Let**");
    expect(view.textContent).toContain("be $5");
  });
});
