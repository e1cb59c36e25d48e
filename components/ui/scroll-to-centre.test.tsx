import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { scrollToCentre } from "./scroll-to-centre.ts";

afterEach(cleanup);

/** jsdom lays nothing out: gives an element a height, a content height and a top. */
function layOut(element: Element, layout: { top: number; height: number; content?: number }): void {
  const { top, height, content = height } = layout;
  Object.defineProperty(element, "clientHeight", { value: height });
  Object.defineProperty(element, "scrollHeight", { value: content });
  element.getBoundingClientRect = () => new DOMRect(0, top, 100, height);
}

test("scrolls the nearest element that scrolls, and nothing that only clips", () => {
  const { container } = render(
    <div style={{ overflowY: "auto" }}>
      <div style={{ overflowY: "hidden" }}>
        <div style={{ overflowY: "auto" }}>
          <p>Here</p>
        </div>
      </div>
    </div>,
  );
  const [outer, clip, inner, target] = container.querySelectorAll("div, p");
  if (!outer || !clip || !inner || !target) throw new Error("not rendered");
  layOut(outer, { top: 0, height: 400, content: 1000 });
  layOut(clip, { top: 40, height: 300, content: 900 });
  layOut(inner, { top: 50, height: 200, content: 800 });
  layOut(target, { top: 640, height: 20 });
  scrollToCentre(target);
  expect([outer.scrollTop, clip.scrollTop, inner.scrollTop]).toEqual([0, 0, 500]);
});

test("leaves all as it is where everything fits", () => {
  const { container } = render(
    <div style={{ overflowY: "auto" }}>
      <p>Here</p>
    </div>,
  );
  const [around, target] = container.querySelectorAll("div, p");
  if (!around || !target) throw new Error("not rendered");
  layOut(around, { top: 0, height: 400 });
  layOut(target, { top: 300, height: 20 });
  scrollToCentre(target);
  expect(around.scrollTop).toBe(0);
});
