import type { FieldName } from "#lib/problems/changed-fields.ts";
import { FIELD_LABEL } from "./draft-fields.ts";

/** Puts the focus into the field of an editor that is wrong, by the name that assistive technology knows it by. */
export function focusField(name: FieldName): void {
  const label = FIELD_LABEL[name];
  const named = document.querySelector<HTMLElement>(
    `textarea[aria-label="${label}"], [role="textbox"][aria-label="${label}"]`,
  );
  const labelled = [...document.querySelectorAll("label")].find((each) =>
    each.textContent?.startsWith(label),
  );
  (named ?? labelled?.control)?.focus();
}
