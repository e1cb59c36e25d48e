"use client";

import { useQuery } from "@tanstack/react-query";
import { Bookmark, ListX, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";
import type { ViewRoom } from "#lib/problems/contract/views.ts";
import { viewsQuery } from "./queries.ts";
import { RemoveViewsDialog } from "./remove-views-dialog.tsx";
import { SaveViewDialog } from "./save-view-dialog.tsx";

/** A room's saved views: filters with names, for all members. A view is a link with its filter in the URL. */
export function ViewsMenu({ project, room }: { project: string; room: ViewRoom }) {
  const { data: views, isError } = useQuery(viewsQuery(api, project, room));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const [saving, setSaving] = useState<string | null>(null);
  const [removing, setRemoving] = useState(false);
  const mayRemove = (views ?? []).filter(({ mine }) => mine || role === "lead");
  const mayEdit = role === "curator" || role === "lead";
  const saved = (views ?? []).map(({ name, search }): MenuEntry => {
    const href = `/projects/${project}/${room}${search === "" ? "" : `?${search}`}`;
    return { kind: "link", label: name, href };
  });
  const none = isError ? "Saved views couldn't be loaded" : "No saved views yet";
  const entries: MenuEntry[] = [
    ...(saved.length > 0 ? saved : [{ kind: "heading", label: none } as const]),
    ...(mayEdit
      ? ([
          { kind: "separator" },
          {
            kind: "item",
            label: "Save this view…",
            icon: <Plus aria-hidden />,
            onSelect: () => setSaving(window.location.search.replace(/^\?/, "")),
          },
        ] as const)
      : []),
    ...(mayEdit && mayRemove.length > 0
      ? ([
          {
            kind: "item",
            label: "Remove views…",
            icon: <ListX aria-hidden />,
            onSelect: () => setRemoving(true),
          },
        ] as const)
      : []),
  ];
  return (
    <>
      <Menu
        align="end"
        label="Saved views"
        trigger={
          <Button size="sm" variant="ghost" icon={<Bookmark aria-hidden />}>
            Views
          </Button>
        }
        entries={entries}
      />
      {saving === null ? null : (
        <SaveViewDialog
          project={project}
          room={room}
          search={saving}
          views={views ?? []}
          onClose={() => setSaving(null)}
        />
      )}
      {removing ? (
        <RemoveViewsDialog project={project} views={mayRemove} onClose={() => setRemoving(false)} />
      ) : null}
    </>
  );
}
