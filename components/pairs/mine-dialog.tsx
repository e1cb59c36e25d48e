"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { pathFacetsQuery } from "#components/paths/queries.ts";
import { countWords } from "#components/problems/count-words.ts";
import { problemFacetsQuery } from "#components/problems/queries.ts";
import { scorersQuery } from "#components/scoring/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { MiningPolicy } from "#lib/pairs/contract.ts";
import { miningObstacle } from "./mining-obstacle.ts";
import { OrdersChoice } from "./orders-choice.tsx";
import { NEW_ORDERS, pathScorers, readOrders, withNewest } from "./orders-form.ts";
import { PolicyChoice } from "./policy-choice.tsx";

export interface Mining {
  policy: MiningPolicy;
  perProblem: number;
  /** Of orders-disagree: the scorers' names, and by how much critiques differ at least. */
  reward?: string;
  critique?: string;
  margin?: number;
}

interface MineDialogProps {
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pending: boolean;
  onMine: (mining: Mining) => void;
}

const MOST = 50;

/** How many pairs a problem, as typed; null where it isn't a whole number from 1 to 50. */
function perProblemOf(typed: string): number | null {
  const number = Number(typed);
  return typed.trim() !== "" && Number.isInteger(number) && number >= 1 && number <= MOST ? number : null;
}

/** Asks how candidate pairs are to be mined, and says what will happen, or why nothing would. */
export function MineDialog({ project, open, onOpenChange, pending, onMine }: MineDialogProps) {
  const [policy, setPolicy] = useState<MiningPolicy>("correct-vs-incorrect");
  const [typed, setTyped] = useState("3");
  const [chosen, setChosen] = useState(NEW_ORDERS);
  const byOrders = policy === "orders-disagree";
  const paths = useQuery({ ...pathFacetsQuery(api, project), enabled: open });
  const problems = useQuery({ ...problemFacetsQuery(api, project), enabled: open });
  const given = useQuery({ ...scorersQuery(api, project), enabled: open && byOrders });
  const scorers = given.data && pathScorers(given.data);
  const obstacle =
    paths.data && problems.data
      ? miningObstacle(policy, { paths: paths.data, problems: problems.data, scorers })
      : null;
  const perProblem = perProblemOf(typed);
  const form = withNewest(chosen, scorers ?? []);
  const { orders, marginError } = readOrders(form);
  const isComplete = !byOrders || orders !== null;
  const train = problems.data?.splits.find(({ value }) => value === "train")?.count;
  const ready = perProblem !== null && obstacle === null && isComplete;
  const send = () => {
    if (!ready || pending) return;
    onMine({ policy, perProblem, ...(byOrders && orders ? orders : {}) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Mine pairs"
      description="Puts two paths of one problem side by side, for people to judge or to train on."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" disabled={!ready} pending={pending} onClick={send}>
            Mine pairs
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <PolicyChoice value={policy} onChange={setPolicy} />
        {byOrders && scorers && obstacle === null ? (
          <OrdersChoice
            scorers={scorers}
            form={form}
            marginError={marginError}
            onChange={(part) => setChosen({ ...chosen, ...part })}
          />
        ) : null}
        {byOrders && given.error ? (
          <Callout tone="bad" title="The scorers couldn't be read">
            {apiFailure(given.error).message}
          </Callout>
        ) : null}
        <Field
          label="Pairs a problem"
          hint={`At most so many new pairs for each problem, 1 to ${MOST}.`}
          error={perProblem === null ? `Type a whole number from 1 to ${MOST}.` : null}
        >
          <Input
            className="max-w-28"
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        {obstacle ? (
          <Callout
            tone="warn"
            title={obstacle.title}
            action={
              obstacle.help ? (
                <LinkButton size="sm" href={`/projects/${project}${obstacle.help.path}`}>
                  {obstacle.help.action}
                </LinkButton>
              ) : undefined
            }
          >
            {obstacle.body}
          </Callout>
        ) : (
          <p className="text-ink-muted">
            {train === undefined ? "Each problem" : `Each of ${countWords(train, "training problem")}`} is
            looked at. Pairs that are there already stay as they are, so mining again only adds what is
            missing. Problems of the test split are left out.
          </p>
        )}
      </form>
    </Dialog>
  );
}
