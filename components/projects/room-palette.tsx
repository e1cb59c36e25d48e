"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { CommandPalette } from "#components/ui/command-palette.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Role } from "#lib/auth/contract.ts";
import { projectsQuery } from "./queries.ts";
import { RoomIcon } from "./room-icon.tsx";
import { roomsFor } from "./rooms.ts";

/** Ctrl+K or ⌘K: goes to any room of this project, or to another project, by typing. */
export function RoomPalette({ project, role }: { project: string; role: Role }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const projects = useQuery(projectsQuery(api));
  useHotkeys({ "mod+k": () => setOpen(true) });

  const go = (path: string) => () => {
    setOpen(false);
    router.push(path);
  };
  const rooms = roomsFor(role).map(({ name, label, path, shortcut }) => ({
    id: name,
    label,
    shortcut,
    icon: <RoomIcon name={name} />,
    onSelect: go(`/projects/${project}${path}`),
  }));
  const others = (projects.data ?? [])
    .filter(({ slug }) => slug !== project)
    .map(({ slug, name }) => ({
      id: `project ${slug}`,
      label: name,
      hint: slug,
      onSelect: go(`/projects/${slug}`),
    }));
  return (
    <CommandPalette
      open={open}
      onOpenChange={setOpen}
      placeholder="Go to a room or a project"
      groups={[
        { heading: "Rooms", items: rooms },
        ...(others.length > 0 ? [{ heading: "Projects", items: others }] : []),
      ]}
    />
  );
}
