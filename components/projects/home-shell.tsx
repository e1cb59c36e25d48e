"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, Folder, KeyRound, Users } from "lucide-react";
import type { ReactNode } from "react";
import { api } from "#components/api/api.ts";
import { AccountMenu } from "#components/auth/account-menu.tsx";
import { Shell } from "#components/ui/shell.tsx";
import { ProjectSwitcher } from "./project-switcher.tsx";
import { meQuery } from "./queries.ts";

/** Frame of the pages that belong to no project. */
export function HomeShell({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery(api));
  const isOwner = me.data?.isOwner ?? false;
  const items = [
    { href: "/projects", label: "Projects", icon: <Folder aria-hidden />, shortcut: "g h" },
    { href: "/account", label: "Account", icon: <KeyRound aria-hidden />, shortcut: "g k" },
    ...(isOwner ? [{ href: "/people", label: "People", icon: <Users aria-hidden />, shortcut: "g e" }] : []),
    { href: "/docs/api", label: "API reference", icon: <BookOpen aria-hidden />, shortcut: "g b" },
  ];
  return (
    <Shell
      switcher={<ProjectSwitcher current="Projects" slug={null} isOwner={isOwner} />}
      nav={[{ items }]}
      footer={me.data ? <AccountMenu me={me.data} /> : null}
    >
      {children}
    </Shell>
  );
}
