"use client";

import { useQuery } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import { countWords } from "../count-words.ts";
import { changeWords } from "./bulk-words.ts";
import { bulkEditsQuery } from "./queries.ts";
import { useUndoBulk } from "./use-undo-bulk.ts";

/** The last bulk edits, each of which can be taken back. */
export function BulkEdits({ project }: { project: string }) {
  const query = useQuery(bulkEditsQuery(api, project));
  const { undo, undoing } = useUndoBulk(project);
  if (query.isError) return <p className="text-bad">{apiFailure(query.error).message}</p>;
  if (!query.data) return <SkeletonLines lines={3} />;
  if (query.data.length === 0) return <p className="text-ink-muted">Nothing was changed like this yet.</p>;
  return (
    <ul aria-label="Last bulk edits" className="flex max-h-60 flex-col divide-y divide-line overflow-y-auto">
      {query.data.map((edit) => (
        <li className="flex items-center gap-3 py-1.5" key={edit.id}>
          <span className="min-w-0 flex-1">
            <span className="block [overflow-wrap:anywhere]">{changeWords(edit.change)}</span>
            <span className="block text-ink-faint text-xs">
              {[countWords(edit.changed, "problem"), edit.by].filter(Boolean).join(" · ")} ·{" "}
              <RelativeTime at={edit.at} />
            </span>
          </span>
          {edit.undoneAt === null ? (
            <Button
              icon={<Undo2 aria-hidden />}
              onClick={() => undo(edit.id)}
              pending={undoing === edit.id}
              size="sm"
            >
              Undo
            </Button>
          ) : (
            <span className="text-ink-muted text-xs">taken back</span>
          )}
        </li>
      ))}
    </ul>
  );
}
