import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { Refused } from "./use-outbox.ts";

/** Answers that the studio didn't take: they stay until the person lets them go. */
export function RefusedAnswers({
  refused,
  onLetGo,
}: {
  refused: readonly Refused[];
  onLetGo: (id: string) => void;
}) {
  return refused.map(({ answer, message }) => (
    <Callout key={answer.id} tone="warn" title="An answer wasn't taken">
      <p>{message}</p>
      <div className="mt-2 flex gap-2">
        <CopyButton text={JSON.stringify(answer)} label="Copy the answer" />
        <Button size="sm" onClick={() => onLetGo(answer.id)}>
          Let it go
        </Button>
      </div>
    </Callout>
  ));
}
