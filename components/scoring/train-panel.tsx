import { useMutation, useQuery } from "@tanstack/react-query";
import { GraduationCap, Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { NumberInput } from "#components/ui/number-input.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { ScoreKind } from "#lib/scoring/contract.ts";
import { basisQuery } from "./queries.ts";
import { KIND_MEANING } from "./scorer-words.ts";

const FEWEST = 20;
const KINDS = [
  { value: "critique", label: "Critique" },
  { value: "reward", label: "Reward" },
] as const;

/** Trains Lemma's own scorer, or ranks by people's judgements: what there is to learn from stands before the button. */
export function TrainPanel({ project }: { project: string }) {
  const router = useRouter();
  const { data: basis } = useQuery(basisQuery(api, project));
  const [kind, setKind] = useState<ScoreKind>("critique");
  const [heldOut, setHeldOut] = useState("30");
  const options = {
    onSuccess: (run: { id: number }) => router.push(`/projects/${project}/runs/${run.id}`),
    onError: (error: Error) =>
      notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
  };
  const train = useMutation(api.scoringRuns.train.mutationOptions(options));
  const judged = useMutation(api.scoringRuns.judged.mutationOptions(options));
  const share = typedNumber(heldOut, { min: 1, max: 90 });
  const enough = basis !== undefined && isEnough(kind, basis);
  const number = (value: number | undefined) => value?.toLocaleString("en") ?? "—";
  return (
    <Panel
      title="Lemma's own scorer"
      description="Learns from this project's verdicts, grades and judgements; needs no model. It sees neither the reference answer nor who wrote a path."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (enough && share.value !== null) train.mutate({ project, kind, heldOut: share.value / 100 });
        }}
      >
        <StatRow>
          <Stat label="Correct paths" value={number(basis?.correct)} />
          <Stat label="Incorrect paths" value={number(basis?.incorrect)} />
          <Stat label="Graded by people" value={number(basis?.graded)} />
          <Stat label="Judgements" value={number(basis?.judgements)} />
        </StatRow>
        <div className="flex flex-wrap items-end gap-4">
          <Segmented label="Kind of scorer" value={kind} options={[...KINDS]} onChange={setKind} />
          <div className="w-44">
            <NumberInput
              label="Held out to measure it, %"
              value={heldOut}
              error={share.error}
              onChange={setHeldOut}
            />
          </div>
        </div>
        <p className="min-h-5 text-ink-muted">
          {basis === undefined || enough
            ? KIND_MEANING[kind]
            : `It takes at least ${FEWEST} correct and ${FEWEST} incorrect paths${kind === "reward" ? `, or ${FEWEST} judgements` : ""}.`}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button
            type="submit"
            variant="primary"
            icon={<GraduationCap />}
            disabled={!enough || share.value === null}
            pending={train.isPending}
          >
            Train and score
          </Button>
          <Button
            icon={<Scale />}
            disabled={(basis?.judgements ?? 0) === 0}
            pending={judged.isPending}
            onClick={() => judged.mutate({ project })}
          >
            Rank by judgements
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function isEnough(
  kind: ScoreKind,
  {
    correct,
    incorrect,
    graded,
    judgements,
  }: { correct: number; incorrect: number; graded: number; judgements: number },
): boolean {
  if (kind === "reward" && judgements >= FEWEST) return true;
  return (correct >= FEWEST && incorrect >= FEWEST) || graded >= 2 * FEWEST;
}
