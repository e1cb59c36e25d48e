"use client";

import { FolderTree, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Role } from "#lib/auth/contract.ts";

/** What is done from the table of problems; those who only read get less. */
export function TableActions({ project, role }: { project: string; role: Role | undefined }) {
  const router = useRouter();
  const writes = role === "curator" || role === "lead";
  const at = `/projects/${project}/problems`;
  useHotkeys({ c: () => router.push(`${at}/new`) }, { enabled: writes });
  const subdomains = (
    <LinkButton href={`/projects/${project}/subdomains`} icon={<FolderTree aria-hidden />} variant="ghost">
      Sub-domains
    </LinkButton>
  );
  if (!writes) return subdomains;
  return (
    <>
      {subdomains}
      <LinkButton href={`${at}/bin`} icon={<Trash2 aria-hidden />} variant="ghost">
        Bin
      </LinkButton>
      <LinkButton href={`${at}/new`} icon={<Plus aria-hidden />} shortcut="c" variant="primary">
        New problem
      </LinkButton>
    </>
  );
}
