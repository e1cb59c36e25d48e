"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ImportOptions, Upload } from "#lib/datasets/import-options.ts";
import { ColumnMapper } from "./column-mapper.tsx";
import { formatBytes } from "./format-bytes.ts";
import { ImportOptionsPanel } from "./import-options.tsx";
import { ImportPreviewRows } from "./import-preview-rows.tsx";
import { importPreviewQuery } from "./queries.ts";

interface ImportFormProps {
  project: string;
  upload: Upload;
  onOther: () => void;
}

/** Shows what the file holds, lets options and columns be set, and starts the import. */
export function ImportForm({ project, upload, onOther }: ImportFormProps) {
  const router = useRouter();
  const [options, setOptions] = useState<ImportOptions>({ solutionAsPath: true, keepGoing: false });
  const preview = useQuery(importPreviewQuery(api, project, upload.id, options));
  const start = useMutation(
    api.datasets.imports.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
    }),
  );

  if (preview.isError) {
    return <ErrorState message={apiFailure(preview.error).message} onRetry={() => void preview.refetch()} />;
  }
  if (!preview.data) return <SkeletonLines lines={8} />;
  const { shape, shapes, columns, targets, suggestedMapping, rows, problem } = preview.data;
  // A file that no shape fits is mapped by hand, from the suggestion on.
  const unknown = shape === null && options.mapping === undefined && options.shape === undefined;
  const chosen: ImportOptions =
    unknown && suggestedMapping["problem"] !== undefined
      ? { ...options, mapping: suggestedMapping }
      : options;
  const ready = rows.length > 0 && (problem === null || chosen !== options);

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-0 truncate font-medium">{upload.name}</span>
        <span className="text-ink-muted">{formatBytes(upload.bytes)}</span>
        {shape ? <Badge tone="good">{shape.title}</Badge> : <Badge tone="warn">not recognised</Badge>}
        <span className="ml-auto flex gap-2">
          <Button variant="ghost" onClick={onOther}>
            Another file
          </Button>
          <Button
            variant="primary"
            disabled={!ready}
            pending={start.isPending || start.isSuccess}
            onClick={() => start.mutate({ project, upload: upload.id, options: chosen })}
          >
            Import
          </Button>
        </span>
      </div>
      {problem ? (
        <Callout tone="warn" title="It can't be imported as it is">
          {problem}
        </Callout>
      ) : null}
      {start.error ? (
        <Callout tone="bad" title="The import didn't start">
          {apiFailure(start.error).message}
        </Callout>
      ) : null}
      <ImportOptionsPanel
        options={options}
        shapes={shapes}
        recognised={shape?.name ?? null}
        suggestedMapping={suggestedMapping}
        onChange={setOptions}
      />
      {shape === null || options.mapping !== undefined ? (
        <ColumnMapper
          columns={columns}
          targets={targets}
          mapping={options.mapping ?? suggestedMapping}
          onChange={(mapping) => setOptions({ ...options, mapping })}
        />
      ) : null}
      <ImportPreviewRows rows={rows} />
    </div>
  );
}
