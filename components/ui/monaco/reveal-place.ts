import type { editor } from "monaco-editor/editor/editor.api.js";
import { scrollToCentre } from "../scroll-to-centre.ts";
import { type TextPlace, toMonacoRange } from "./monaco-decorations.ts";

/** Brings a place of an editor's text into view, also in the page around it, and puts the cursor on it. */
export function revealPlace(instance: editor.IStandaloneCodeEditor, place: TextPlace): void {
  const range = toMonacoRange(place);
  instance.setSelection(range);
  instance.revealRangeInCenterIfOutsideViewport(range);
  // Before scrolling the page: focusing scrolls too, to where the editor's input stood until now.
  instance.focus();
  const node = instance.getDomNode();
  if (node === null) return;
  // Monaco's own line may not be there yet: an element stands in where it will be.
  const mark = document.createElement("span");
  mark.style.position = "absolute";
  mark.style.top = `${instance.getTopForLineNumber(place.startLine) - instance.getScrollTop()}px`;
  node.append(mark);
  scrollToCentre(mark);
  mark.remove();
}
