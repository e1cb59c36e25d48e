"use client";

import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { countWords } from "../count-words.ts";
import { PlaceDialog } from "./place-dialog.tsx";
import { NOWHERE, placeOf, placeOptions } from "./place-options.ts";
import { branchOf } from "./tree-rows.ts";
import type { SubdomainChanges } from "./use-subdomain-changes.ts";

interface SubdomainDialogsProps {
  subdomains: readonly Subdomain[];
  changes: SubdomainChanges;
  moving: Subdomain | null;
  removing: Subdomain | null;
  onClose: () => void;
}

const placeValue = (id: number | null) => (id === null ? NOWHERE : String(id));

/** What a change to the tree asks first. */
export function SubdomainDialogs({ subdomains, changes, moving, removing, onClose }: SubdomainDialogsProps) {
  const { merge } = changes;
  return (
    <>
      {moving ? (
        <PlaceDialog
          title={`Move “${moving.name}”`}
          description="What is below it moves along."
          label="Below"
          first={placeValue(moving.parentId)}
          options={placeOptions(subdomains, {
            nowhere: "The top of the tree",
            without: branchOf(subdomains, moving.id),
          })}
          confirmLabel="Move"
          onConfirm={async (value) => void (await changes.move(moving, placeOf(value)))}
          onClose={onClose}
        />
      ) : null}
      {removing ? (
        <PlaceDialog
          title={`Remove “${removing.name}”?`}
          description={`${holdings(removing, subdomains)}.`}
          label="They go to"
          first={placeValue(removing.parentId)}
          options={placeOptions(subdomains, {
            nowhere: "No sub-domain",
            without: new Set([removing.id]),
          })}
          confirmLabel="Remove"
          danger
          onConfirm={(value) => changes.remove(removing, placeOf(value))}
          onClose={onClose}
        />
      ) : null}
      <ConfirmDialog
        open={merge !== null}
        onOpenChange={(open) => (open ? undefined : changes.closeMerge())}
        title={`Merge “${merge?.from.name ?? ""}” into “${merge?.into.name ?? ""}”?`}
        description={
          merge
            ? `“${merge.into.name}” is there already. ${holdings(merge.from, subdomains)}. All of it goes there, and “${merge.from.name}” goes away.`
            : null
        }
        confirmLabel="Merge"
        onConfirm={() => (merge ? changes.remove(merge.from, merge.into.id) : undefined)}
      />
    </>
  );
}

/** What it holds: its problems, and the sub-domains right below it. */
function holdings({ id, name, problems }: Subdomain, subdomains: readonly Subdomain[]): string {
  const below = subdomains.filter(({ parentId }) => parentId === id).length;
  return `“${name}” holds ${countWords(problems, "problem")} and ${countWords(below, "sub-domain")}`;
}
