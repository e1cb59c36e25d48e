import type { Role } from "#lib/auth/contract.ts";

/** A room of a project, as the navigation shows it. */
export interface Room {
  name:
    | "overview"
    | "import"
    | "problems"
    | "grow"
    | "candidates"
    | "sample"
    | "paths"
    | "scoring"
    | "hard"
    | "selection"
    | "pairs"
    | "review"
    | "datasets"
    | "runs"
    | "models"
    | "members";
  label: string;
  /** Path below the project's. */
  path: string;
  shortcut: string;
  /** Who may enter; leads may enter every room. */
  roles: readonly Role[];
}

const everyone: readonly Role[] = ["curator", "reviewer", "lead"];

/** The rooms in the order of the data flow, left to right. */
export const ROOMS: readonly Room[] = [
  { name: "overview", label: "Overview", path: "", shortcut: "g o", roles: everyone },
  { name: "import", label: "Import", path: "/import", shortcut: "g i", roles: ["curator", "lead"] },
  { name: "problems", label: "Problems", path: "/problems", shortcut: "g p", roles: everyone },
  { name: "grow", label: "Grow", path: "/grow", shortcut: "g w", roles: ["curator", "lead"] },
  {
    name: "candidates",
    label: "Candidates",
    path: "/candidates",
    shortcut: "g c",
    roles: ["curator", "lead"],
  },
  { name: "sample", label: "Sample", path: "/sample", shortcut: "g s", roles: ["lead"] },
  { name: "paths", label: "Paths", path: "/paths", shortcut: "g t", roles: everyone },
  { name: "scoring", label: "Scoring", path: "/scoring", shortcut: "g k", roles: ["curator", "lead"] },
  { name: "hard", label: "Hard samples", path: "/hard", shortcut: "g h", roles: ["curator", "lead"] },
  { name: "selection", label: "Selection", path: "/selection", shortcut: "g e", roles: ["lead"] },
  { name: "pairs", label: "Pairs", path: "/pairs", shortcut: "g a", roles: ["lead"] },
  { name: "review", label: "Review", path: "/review", shortcut: "g r", roles: ["reviewer", "lead"] },
  { name: "datasets", label: "Datasets", path: "/datasets", shortcut: "g d", roles: ["lead"] },
  { name: "runs", label: "Runs", path: "/runs", shortcut: "g u", roles: everyone },
  { name: "models", label: "Models", path: "/models", shortcut: "g l", roles: ["curator", "lead"] },
  { name: "members", label: "Members", path: "/members", shortcut: "g m", roles: ["lead"] },
];

export function roomsFor(role: Role): readonly Room[] {
  return ROOMS.filter((room) => room.roles.includes(role));
}
