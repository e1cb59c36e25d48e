import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Prompt } from "#lib/models/contract/prompts.ts";

interface PromptVersionsProps {
  versions: readonly Prompt[];
  onTake: (version: Prompt) => void;
}

/** A prompt's versions, newest first; each can be taken up again. */
export function PromptVersions({ versions, onTake }: PromptVersionsProps) {
  return (
    <Panel title="Versions" flush>
      <ul className="divide-y divide-line">
        {versions.map((version) => (
          <li key={version.version} className="flex items-center justify-between gap-2 px-4 py-2">
            <span className="min-w-0">
              <span className="block">
                {version.version === 0 ? "Built in" : `Version ${version.version}`}
              </span>
              <span className="block truncate text-ink-faint text-xs">
                {version.at === null ? (
                  "Comes with Lemma"
                ) : (
                  <>
                    {version.by ?? "Somebody"}, <RelativeTime at={version.at} />
                  </>
                )}
              </span>
            </span>
            <Button size="sm" variant="ghost" onClick={() => onTake(version)}>
              Take its words
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
