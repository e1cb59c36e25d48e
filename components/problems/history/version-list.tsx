import { useEffect, useRef } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { ProblemVersion } from "#lib/problems/contract/history.ts";
import { causeWords, changedWords } from "./version-words.ts";

interface VersionListProps {
  versions: readonly ProblemVersion[];
  current: number;
  chosen: number;
  onChoose: (version: number) => void;
  more: { has: boolean; loading: boolean; load: () => void };
}

/** A problem's versions, newest first; one is chosen. */
export function VersionList({ versions, current, chosen, onChoose, more }: VersionListProps) {
  return (
    <div className="flex min-h-0 flex-col">
      <ol aria-label="Versions, newest first" className="flex flex-col">
        {versions.map((one) => (
          <li key={one.version}>
            <Row
              chosen={one.version === chosen}
              current={one.version === current}
              onChoose={() => onChoose(one.version)}
              version={one}
            />
          </li>
        ))}
      </ol>
      {more.has ? (
        <Button className="m-2 self-start" onClick={more.load} pending={more.loading} size="sm">
          Earlier versions
        </Button>
      ) : null}
    </div>
  );
}

interface RowProps {
  version: ProblemVersion;
  chosen: boolean;
  current: boolean;
  onChoose: () => void;
}

function Row({ version, chosen, current, onChoose }: RowProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <button
      aria-current={chosen ? "true" : undefined}
      className={cx(
        "flex w-full flex-col gap-0.5 border-line border-b px-4 py-2 text-left focus-visible:-outline-offset-2",
        chosen ? "bg-selected" : "hover:bg-hover",
      )}
      onClick={onChoose}
      ref={button}
      type="button"
    >
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium tabular-nums">{version.version}</span>
        <span>{causeWords(version)}</span>
        {current ? <Badge tone="accent">current</Badge> : null}
        <RelativeTime at={version.at} className="ml-auto text-ink-faint text-xs" />
      </span>
      <span className="truncate text-ink-muted text-xs">
        {[version.author, changedWords(version)].filter(Boolean).join(" · ") || "the first that is known"}
      </span>
    </button>
  );
}
