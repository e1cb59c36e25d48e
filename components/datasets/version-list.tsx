import { Download } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DatasetVersion } from "#lib/datasets/contract.ts";
import { formatBytes } from "./format-bytes.ts";

interface VersionListProps {
  project: string;
  dataset: number;
  versions: readonly DatasetVersion[];
}

/** Frozen versions, newest first, each with its downloads and fingerprints. */
export function VersionList({ project, dataset, versions }: VersionListProps) {
  if (versions.length === 0) return null;
  const at = `/api/v1/projects/${project}/datasets/${dataset}/versions`;
  return (
    <Panel title="Frozen versions" flush className="mt-4">
      <ul className="divide-y divide-line">
        {versions.map((version) => (
          <li key={version.number} className="px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="font-medium">Version {version.number}</span>
              <span className="text-ink-muted">{version.rows.toLocaleString("en")} rows</span>
              <span className="text-ink-faint">
                <RelativeTime at={version.createdAt} />
                {version.createdBy ? ` by ${version.createdBy}` : ""}
              </span>
              {version.state === "freezing" ? <Spinner label="Freezing" /> : null}
              {version.state === "failed" ? <Badge tone="bad">failed</Badge> : null}
              {version.runId === null ? null : (
                <TextLink href={`/projects/${project}/runs/${version.runId}`}>run {version.runId}</TextLink>
              )}
              {version.state === "ready" ? (
                <span className="ml-auto flex flex-wrap gap-2">
                  {version.formats.map((format) => (
                    <LinkButton
                      key={format}
                      size="sm"
                      download
                      icon={<Download />}
                      href={`${at}/${version.number}/export?format=${format}`}
                    >
                      {format}
                    </LinkButton>
                  ))}
                  <LinkButton size="sm" variant="ghost" download href={`${at}/${version.number}`}>
                    manifest
                  </LinkButton>
                </span>
              ) : null}
            </div>
            {version.manifest ? (
              <dl className="mt-2 flex flex-col gap-0.5 text-xs text-ink-muted">
                <div>{version.manifest.filterInWords}</div>
                {version.manifest.files.map((file) => (
                  <div key={file.format} className="flex min-w-0 gap-2">
                    <dt className="w-16 shrink-0">{file.format}</dt>
                    <dd className="w-20 shrink-0 text-right">{formatBytes(file.bytes)}</dd>
                    <dd className="min-w-0 truncate font-mono" title={`SHA-256 ${file.sha256}`}>
                      {file.sha256}
                    </dd>
                  </div>
                ))}
              </dl>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
