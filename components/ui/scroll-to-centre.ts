/** The element around this one that scrolls up and down, if any. */
function scrollerOf(element: Element): Element | null {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY) && around.scrollHeight > around.clientHeight)
      return around;
  }
  return null;
}

/**
 * Brings an element to the middle of what scrolls around it. Unlike `scrollIntoView` it leaves alone what only clips:
 * browsers scroll that too, and the shell of the page would slip out of the window for good.
 */
export function scrollToCentre(element: Element): void {
  const scroller = scrollerOf(element);
  if (scroller === null) return;
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
}
