import type { Role } from "#lib/auth/contract.ts";

/** Roles with what each may do, for menus. */
export const ROLE_OPTIONS: { value: Role; label: string; hint: string }[] = [
  { value: "curator", label: "Curator", hint: "Imports and edits problems and paths" },
  { value: "reviewer", label: "Reviewer", hint: "Judges pairs, without seeing model names" },
  { value: "lead", label: "Lead", hint: "Everything: pairs, datasets, members" },
];
