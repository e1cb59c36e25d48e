"use client";

import { useState } from "react";
import { Callout } from "#components/ui/callout.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Upload } from "#lib/datasets/import-options.ts";
import { ImportForm } from "./import-form.tsx";
import { ShapeList } from "./shape-list.tsx";
import { uploadFile } from "./upload-file.ts";

type Stage =
  | { at: "choose"; error: string | null }
  | { at: "uploading"; name: string; share: number; abort: AbortController }
  | { at: "preview"; upload: Upload };

/** Brings a file in: choose, see how it would be imported, start. */
export function ImportScreen({ project }: { project: string }) {
  const [stage, setStage] = useState<Stage>({ at: "choose", error: null });

  async function take(file: File): Promise<void> {
    const abort = new AbortController();
    const uploading = (share: number): Stage => ({ at: "uploading", name: file.name, share, abort });
    setStage(uploading(0));
    try {
      const upload = await uploadFile(project, file, (share) => setStage(uploading(share)), abort.signal);
      setStage({ at: "preview", upload });
    } catch (error) {
      setStage({
        at: "choose",
        error: error instanceof Error ? error.message : "The upload failed. Try again.",
      });
    }
  }

  return (
    <>
      <PageHeader
        title="Import"
        description="Problems, reasoning paths, scores and preference pairs from a file. Nothing is imported before you have seen it."
      />
      <PageBody width="wide">
        {stage.at === "choose" ? (
          <>
            <FileDrop
              label="Drop a JSONL, CSV or Parquet file here, or choose one"
              hint="Any size: the file is streamed."
              accept=".jsonl,.ndjson,.json,.csv,.tsv,.parquet"
              error={stage.error}
              onFiles={(files) => {
                const [file] = files;
                if (file) void take(file);
              }}
            />
            <ShapeList />
          </>
        ) : null}
        {stage.at === "uploading" ? (
          <Callout title={`Uploading ${stage.name}`}>
            <ProgressBar label={`Upload of ${stage.name}`} hideLabel value={stage.share} max={1} />
            <p className="mt-2">
              <button
                type="button"
                className="text-accent-text underline"
                onClick={() => stage.abort.abort()}
              >
                Stop
              </button>
            </p>
          </Callout>
        ) : null}
        {stage.at === "preview" ? (
          <ImportForm
            key={stage.upload.id}
            project={project}
            upload={stage.upload}
            onOther={() => setStage({ at: "choose", error: null })}
          />
        ) : null}
        <p className="mt-6 text-ink-muted">
          From the shell: <code className="font-mono text-xs">npx lemma import FILE --project {project}</code>
          , with an API key from your <TextLink href="/account">account page</TextLink>.
        </p>
      </PageBody>
    </>
  );
}
