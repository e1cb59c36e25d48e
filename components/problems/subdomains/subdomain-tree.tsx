"use client";

import { useRouter } from "next/navigation";
import { Fragment, type KeyboardEvent, type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { withProblemParams } from "../filter-params.ts";
import { NameField } from "./name-field.tsx";
import { INDENT, LINE, SubdomainRow } from "./subdomain-row.tsx";
import { stepOf } from "./tree-keys.ts";
import { indented, outdented, placeAfter, treeRows } from "./tree-rows.ts";
import type { SubdomainChanges } from "./use-subdomain-changes.ts";
import { useTreeFocus } from "./use-tree-focus.ts";

interface SubdomainTreeProps {
  project: string;
  subdomains: readonly Subdomain[];
  editable: boolean;
  changes: SubdomainChanges;
  onMove: (subdomain: Subdomain) => void;
  onRemove: (subdomain: Subdomain) => void;
  /** What is written while there is nothing yet. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
}

/** A line that is being written: below `after`'s branch, or inside it. */
interface NewLine {
  after: Subdomain;
  inside: boolean;
}

const NOTHING: ReadonlySet<number> = new Set();

export function SubdomainTree(props: SubdomainTreeProps) {
  const { project, subdomains, editable, changes, onMove, onRemove, adding, onAdding } = props;
  const router = useRouter();
  const [closed, setClosed] = useState(NOTHING);
  const [renaming, setRenaming] = useState<number | null>(null);
  const [line, setLine] = useState<NewLine | null>(null);
  const rows = treeRows(subdomains, closed);
  const { tree, active, activate, focus } = useTreeFocus(rows);
  const current = subdomains.find(({ id }) => id === active);
  const inside = line?.inside === true;
  const lineAt = line
    ? placeAfter(
        rows,
        rows.findIndex(({ subdomain }) => subdomain.id === line.after.id),
        inside,
      )
    : 0;
  const writing = line !== null || adding;

  function setOpen(id: number, open: boolean): void {
    setClosed((before) => new Set(open ? [...before].filter((each) => each !== id) : [...before, id]));
  }

  function begin(below: Subdomain | undefined, inside: boolean): void {
    if (!below) onAdding(true);
    else setLine({ after: below, inside });
    if (below && inside) setOpen(below.id, true);
  }

  function endLine(): void {
    setLine(null);
    onAdding(false);
  }

  async function move(subdomain: Subdomain, parentId: number | null): Promise<void> {
    if (parentId !== null) setOpen(parentId, true);
    await changes.move(subdomain, parentId);
    focus(subdomain.id);
  }

  async function save(name: string): Promise<void> {
    const parent = line?.inside ? line.after.id : (line?.after.parentId ?? null);
    const made = await changes.add(name, parent);
    endLine();
    const next = made?.id ?? line?.after.id;
    if (next !== undefined) focus(next);
  }

  async function rename(subdomain: Subdomain, name: string): Promise<void> {
    // The field is gone before a dialog may open, which would give the focus back to it.
    flushSync(() => {
      setRenaming(null);
      focus(subdomain.id);
    });
    await changes.rename(subdomain, name);
  }

  /** Keys that change the tree. True where the key was one. */
  function edit(event: KeyboardEvent, subdomain: Subdomain): boolean {
    const key = event.altKey ? `alt+${event.key}` : event.key;
    const below = key === "alt+ArrowRight" ? indented(subdomains, subdomain) : null;
    const out = key === "alt+ArrowLeft" ? outdented(subdomains, subdomain) : undefined;
    if (below) void move(subdomain, below.id);
    else if (out !== undefined) void move(subdomain, out);
    else if (key === "Enter" || key === "F2") setRenaming(subdomain.id);
    else if (key === "Delete" || key === "Backspace") onRemove(subdomain);
    else if (key === "m") onMove(subdomain);
    else return key === "alt+ArrowRight" || key === "alt+ArrowLeft";
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const at = rows.findIndex(({ subdomain }) => String(subdomain.id) === target?.dataset["subdomain"]);
    const subdomain = rows[at]?.subdomain;
    if (!subdomain || event.ctrlKey || event.metaKey) return;
    const step = event.altKey ? null : stepOf(event.key, rows, at);
    if (step?.kind === "focus") focus(step.id);
    else if (step) setOpen(step.id, step.kind === "open");
    else if (event.key === "o" && !event.altKey) {
      router.push(withProblemParams(`/projects/${project}/problems`, { subdomain: subdomain.name }));
    } else if (!editable || changes.pending || !edit(event, subdomain)) return;
    event.preventDefault();
  }

  useHotkeys(
    { n: () => begin(current, false), "shift+n": () => begin(current, true) },
    { enabled: editable && !writing },
  );

  const newLine: ReactNode = writing ? (
    <NewRow
      level={
        line
          ? (rows.find(({ subdomain }) => subdomain.id === line.after.id)?.level ?? 0) + (inside ? 1 : 0)
          : 1
      }
      onSave={(name) => void save(name)}
      onCancel={(left) => {
        endLine();
        if (line && !left) focus(line.after.id);
      }}
    />
  ) : null;

  return (
    <div ref={tree} role="tree" aria-label="Sub-domains" aria-busy={changes.pending} onKeyDown={onKeyDown}>
      {rows.map((row, place) => {
        const { id } = row.subdomain;
        return (
          <Fragment key={id}>
            {place === lineAt && line ? newLine : null}
            <SubdomainRow
              project={project}
              row={row}
              active={id === active}
              editable={editable}
              renaming={renaming === id}
              onFocus={activate}
              onToggle={() => setOpen(id, row.open !== true)}
              onRename={setRenaming}
              onAddBelow={() => begin(row.subdomain, true)}
              onMove={() => onMove(row.subdomain)}
              onRemove={() => onRemove(row.subdomain)}
              onName={(name) => void rename(row.subdomain, name)}
              onCancelName={(left) => {
                setRenaming(null);
                if (!left) focus(id);
              }}
            />
          </Fragment>
        );
      })}
      {lineAt === rows.length || !line ? newLine : null}
    </div>
  );
}

function NewRow({
  level,
  onSave,
  onCancel,
}: {
  level: number;
  onSave: (name: string) => void;
  onCancel: (left: boolean) => void;
}) {
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={false}
      aria-label="New sub-domain"
      tabIndex={-1}
      className={`${LINE} h-9 pointer-coarse:h-11`}
    >
      <span style={{ paddingInlineStart: `${(level - 1) * INDENT + 1.75}rem` }}>
        <NameField label="Name of the new sub-domain" name="" onSave={onSave} onCancel={onCancel} />
      </span>
    </div>
  );
}
