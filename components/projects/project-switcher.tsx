"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Folder, Plus } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";
import { projectsQuery } from "./queries.ts";

interface ProjectSwitcherProps {
  current: string;
  slug: string | null;
  isOwner: boolean;
}

export function ProjectSwitcher({ current, slug, isOwner }: ProjectSwitcherProps) {
  const projects = useQuery(projectsQuery(api));
  const others = (projects.data ?? []).filter((project) => project.slug !== slug);
  const entries: MenuEntry[] = [
    ...others.map(
      (project): MenuEntry => ({
        kind: "link",
        label: project.name,
        href: `/projects/${project.slug}`,
        icon: <Folder />,
      }),
    ),
    ...(others.length > 0 ? [{ kind: "separator" } as const] : []),
    { kind: "link", label: "All projects", href: "/projects" },
    ...(isOwner
      ? [{ kind: "link", label: "New project", href: "/projects?new=true", icon: <Plus /> } as const]
      : []),
  ];
  return (
    <Menu
      label="Projects"
      entries={entries}
      trigger={
        <Button variant="ghost" className="w-full justify-between font-medium">
          <span className="truncate">{current}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        </Button>
      }
    />
  );
}
