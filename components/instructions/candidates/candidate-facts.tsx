import { AnswerText } from "#components/problems/answer-text.tsx";
import { Fold } from "#components/problems/fold.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { MathInline } from "#components/ui/math-inline.tsx";
import { MathText } from "#components/ui/math-text.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Candidate } from "#lib/instructions/contract.ts";
import { METHOD_LABEL } from "./candidate-words.ts";
import { valuesText } from "./values-text.ts";

/** What is known of a candidate beside its text: its answer, what it was grown from, and how. */
export function CandidateFacts({ project, candidate }: { project: string; candidate: Candidate }) {
  const { answer, solution, parents, values, model, promptVersion, runId, slot, method, createdAt } =
    candidate;
  const at = `/projects/${project}`;
  return (
    <>
      <Fold
        title="Answer and solution"
        hint={answer === null ? solution === null ? "none" : "no answer" : <AnswerText answer={answer} />}
      >
        {answer === null ? null : (
          <p className="overflow-x-auto pb-3 font-medium">
            <AnswerText answer={answer} />
          </p>
        )}
        {solution === null ? (
          <p className="text-ink-muted">
            No solution. One is asked for only where the filter accepts a candidate at once.
          </p>
        ) : (
          <MathText text={solution} />
        )}
      </Fold>
      <Panel title="Grown from">
        <ul className="flex flex-col gap-1.5">
          {parents.map(({ key, id, text }) => (
            <li key={key} className="min-w-0">
              {id === null ? (
                <span className="text-ink-muted" title="Not in this project">
                  {key}
                </span>
              ) : (
                <TextLink href={`${at}/problems/${id}`} className="line-clamp-2">
                  <MathInline text={text ?? key} />
                </TextLink>
              )}
            </li>
          ))}
          {parents.length === 0 ? <li className="text-ink-muted">Nothing is recorded.</li> : null}
        </ul>
        <KeyValueList
          className="mt-3 [&>div]:grid-cols-[6rem_1fr]"
          items={[
            { label: "Method", value: METHOD_LABEL[method] },
            { label: "Run", value: <TextLink href={`${at}/runs/${runId}`}>Run {runId}</TextLink> },
            ...(model === null ? [] : [{ label: "Model", value: model }]),
            ...(promptVersion === null ? [] : [{ label: "Prompt", value: `version ${promptVersion}` }]),
            ...(values === null ? [] : [{ label: "Values", value: valuesText(values) }]),
            { label: "Request", value: slot.toLocaleString("en") },
            { label: "Made", value: <RelativeTime at={createdAt} /> },
          ]}
        />
      </Panel>
    </>
  );
}
