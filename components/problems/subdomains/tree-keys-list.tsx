import { Kbd } from "#components/ui/kbd.tsx";

const KEYS = [
  ["enter", "rename"],
  ["n", "add beside"],
  ["shift+n", "add below"],
  ["alt+arrowright", "indent"],
  ["alt+arrowleft", "outdent"],
  ["m", "move"],
  ["delete", "remove"],
  ["o", "show its problems"],
] as const;

export function TreeKeys() {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pointer-coarse:hidden">
      {KEYS.map(([keys, what]) => (
        <li key={keys} className="flex items-center gap-1.5">
          <span className="sr-only">{keys}: </span>
          <Kbd keys={keys} />
          {what}
        </li>
      ))}
    </ul>
  );
}
