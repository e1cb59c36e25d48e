/** What of an element decides whether a single key pressed in it is text or a command. */
export type KeyTarget = {
  tagName: string;
  type: string;
  readOnly: boolean;
  editable: boolean;
  /** Inside a Monaco editor, and whether that one is read-only. */
  editor: "none" | "readonly" | "writable";
};

const notTyped = new Set([
  "checkbox",
  "radio",
  "button",
  "submit",
  "reset",
  "range",
  "file",
  "color",
  "image",
]);

/** Whether keys pressed here are being typed, so that shortcuts of bare keys must keep out. */
export function isTyping(target: KeyTarget): boolean {
  if (target.editor !== "none") return target.editor === "writable";
  if (target.editable) return true;
  const tag = target.tagName.toLowerCase();
  if (tag === "textarea") return !target.readOnly;
  if (tag === "input") return !notTyped.has(target.type.toLowerCase()) && !target.readOnly;
  return tag === "select";
}

/** Reads the facts off a live element. Our read-only Monaco marks itself with `data-readonly-editor`. */
export function keyTarget(element: Element): KeyTarget {
  const inMonaco = element.closest(".monaco-editor") !== null;
  // Find and the other widgets inside a read-only editor are typed in all the same.
  const inWidget = element.closest(".find-widget, .quick-input-widget") !== null;
  const readOnlyEditor = element.closest("[data-readonly-editor]") !== null && !inWidget;
  return {
    tagName: element.tagName,
    type: element.getAttribute("type") ?? "",
    readOnly: element.hasAttribute("readonly"),
    editable: element instanceof HTMLElement && element.isContentEditable,
    editor: inMonaco ? (readOnlyEditor ? "readonly" : "writable") : "none",
  };
}
