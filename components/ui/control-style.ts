/** The look shared by everything one types into or picks from. */
export const controlClass =
  "w-full rounded-md border border-line-control bg-raised text-ink text-sm pointer-coarse:text-lg transition-colors duration-75 hover:border-ink-faint focus:border-focus focus:outline-2 focus:outline-focus focus:-outline-offset-1 disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-faint data-disabled:cursor-not-allowed data-disabled:border-line-strong data-disabled:bg-sunken data-disabled:text-ink-faint aria-invalid:border-bad data-invalid:border-bad";

/** Popups that list things: menus, selects, comboboxes. */
export const popupClass =
  "z-50 origin-(--transform-origin) rounded-lg border border-line-strong bg-raised text-ink shadow-popup outline-none transition-[opacity,scale] duration-100 data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-instant:transition-none";

export const optionClass =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-md px-2 py-1 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:min-h-10";
