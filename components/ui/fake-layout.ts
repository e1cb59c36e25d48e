// Nothing ever changes its size.
class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/**
 * For tests in jsdom, which lays nothing out: every element is this big (in pixels), so that a DataGrid renders the
 * rows that would be in view. Below a width of 640 it renders cards.
 */
export function fakeLayout(size: { width: number; height: number }): void {
  for (const side of ["client", "offset"]) {
    Object.defineProperty(HTMLElement.prototype, `${side}Width`, {
      configurable: true,
      get: () => size.width,
    });
    Object.defineProperty(HTMLElement.prototype, `${side}Height`, {
      configurable: true,
      get: () => size.height,
    });
  }
  globalThis.ResizeObserver = StillObserver;
  Element.prototype.scrollTo = () => undefined;
}
