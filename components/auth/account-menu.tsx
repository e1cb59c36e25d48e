"use client";

import { BookOpen, ChevronsUpDown, KeyRound, LogOut, Users } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Menu, type MenuEntry } from "#components/ui/menu.tsx";
import type { Person } from "#lib/auth/contract.ts";
import { signOut } from "./sign-in-client.ts";

/** The person's own menu: keys, people (owners), API reference, sign out. */
export function AccountMenu({ me }: { me: Person }) {
  const entries: MenuEntry[] = [
    { kind: "heading", label: me.email },
    { kind: "link", label: "Account and API keys", href: "/account", icon: <KeyRound /> },
    ...(me.isOwner ? [{ kind: "link", label: "People", href: "/people", icon: <Users /> } as const] : []),
    { kind: "link", label: "API reference", href: "/docs/api", icon: <BookOpen /> },
    { kind: "separator" },
    { kind: "item", label: "Sign out", icon: <LogOut />, onSelect: () => void signOut() },
  ];
  return (
    <Menu
      label="Account"
      entries={entries}
      trigger={
        <Button variant="ghost" className="w-full justify-between">
          <span className="truncate">{me.name}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        </Button>
      }
    />
  );
}
