"use client";

import { useQuery } from "@tanstack/react-query";
import { Sparkles } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import type { Suggestion } from "#lib/problems/contract.ts";
import { suggestionQuery } from "./queries.ts";
import { type Guess, percentOf, readingOf } from "./reading.ts";

interface SuggestedSubdomainProps {
  project: string;
  /** The statement, as it is being written. */
  text: string;
  /** The sub-domain that is chosen. */
  value: string | null;
  onAccept: (subdomain: string) => void;
}

const SETTLED_MS = 600;
const ACCEPT = "mod+.";

const WORDS = { suggests: "Looks like", differs: "Looks more like", unsure: "Could be" } as const;

/**
 * What a statement's sub-domain may be, learnt from the project's own labels; the reader decides. Keeps one line's
 * place, so that nothing jumps when the answer comes.
 */
export function SuggestedSubdomain({ project, text, value, onAccept }: SuggestedSubdomainProps) {
  const settled = useSettled(text, SETTLED_MS);
  const { data } = useQuery(suggestionQuery(api, project, settled));
  const reading = data ? readingOf(data, value) : ({ kind: "nothing" } as const);
  const offered = "others" in reading ? reading : null;
  useHotkeys({ [ACCEPT]: () => offered && onAccept(offered.best.subdomain) }, { enabled: offered !== null });
  return (
    <div
      className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs"
      aria-live="polite"
    >
      {reading.kind === "untaught" ? (
        <span>With five problems in each of two sub-domains, the studio suggests one.</span>
      ) : null}
      {reading.kind === "agrees" ? (
        <span title={learntFrom(data)}>Looks like it too ({percentOf(reading.best.confidence)}).</span>
      ) : null}
      {offered ? (
        <>
          <span title={learntFrom(data)}>{WORDS[offered.kind]}</span>
          <Button
            size="sm"
            icon={<Sparkles aria-hidden />}
            shortcut={ACCEPT}
            onClick={() => onAccept(offered.best.subdomain)}
          >
            {guessText(offered.best)}
          </Button>
          {offered.others.length > 0 ? <span>or</span> : null}
          {offered.others.map((guess) => (
            <Button key={guess.subdomain} size="sm" variant="ghost" onClick={() => onAccept(guess.subdomain)}>
              {guessText(guess)}
            </Button>
          ))}
          <span className="text-ink-faint">{learntFrom(data)}</span>
        </>
      ) : null}
    </div>
  );
}

function guessText({ subdomain, confidence }: Guess): string {
  return `${subdomain} (${percentOf(confidence)})`;
}

function learntFrom(suggestion: Suggestion | undefined): string | undefined {
  if (!suggestion || suggestion.accuracy === null) return undefined;
  const { trainedOn, accuracy } = suggestion;
  return `Learnt from ${trainedOn.toLocaleString("en")} labelled problems; right for ${percentOf(accuracy)} of those it hadn't seen.`;
}
