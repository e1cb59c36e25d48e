"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { AccountMenu } from "#components/auth/account-menu.tsx";
import { Shell } from "#components/ui/shell.tsx";
import { ProjectSwitcher } from "./project-switcher.tsx";
import { meQuery, projectQuery } from "./queries.ts";
import { RoomIcon } from "./room-icon.tsx";
import { RoomPalette } from "./room-palette.tsx";
import { type Room, roomsFor } from "./rooms.ts";

function countOf(room: Room["name"], counts: { problems: number; paths: number; pairs: number } | undefined) {
  if (!counts) return undefined;
  if (room === "problems") return counts.problems;
  if (room === "paths") return counts.paths;
  return room === "pairs" ? counts.pairs : undefined;
}

/** Frame of a project's pages: rooms at the side, the project switcher above them, the account below. */
export function ProjectShell({ project, children }: { project: string; children: ReactNode }) {
  const me = useQuery(meQuery(api));
  const current = useQuery(projectQuery(api, project));
  const items = roomsFor(current.data?.role ?? "reviewer").map((room) => ({
    href: `/projects/${project}${room.path}`,
    label: room.label,
    icon: <RoomIcon name={room.name} />,
    shortcut: room.shortcut,
    count: countOf(room.name, current.data?.counts),
    exact: room.path === "",
  }));
  return (
    <Shell
      switcher={
        <ProjectSwitcher
          current={current.data?.name ?? project}
          slug={project}
          isOwner={me.data?.isOwner ?? false}
        />
      }
      nav={[{ items }]}
      footer={me.data ? <AccountMenu me={me.data} /> : null}
    >
      {children}
      {current.data ? <RoomPalette project={project} role={current.data.role} /> : null}
    </Shell>
  );
}
