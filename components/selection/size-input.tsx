import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { Input } from "#components/ui/input.tsx";
import { notify } from "#components/ui/notify.tsx";
import { typedNumber } from "#components/ui/typed-number.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { ModelEarning } from "#lib/selection/contract.ts";

const FROM = { person: "As a lead has said it", name: "As its name says" } as const;

/** A model's size, as its name says it, for a lead to set right; emptied, it is as the name says again. */
export function SizeInput({ project, row }: { project: string; row: ModelEarning }) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation(
    api.selection.setSize.mutationOptions({
      onSuccess: async () => {
        // Of whichever selection: the answer to the call is by the newest alone.
        await queryClient.invalidateQueries({ queryKey: api.selection.earnings.key({ input: { project } }) });
        setTyped(null);
      },
      onError: (error) =>
        notify({ tone: "bad", title: "The size wasn't saved", description: apiFailure(error).message }),
    }),
  );
  const known = row.billions === null ? "" : String(row.billions);
  const { value, error } = typedNumber(typed ?? known, {
    min: 0.001,
    max: 100_000,
    whole: false,
    optional: true,
  });
  const send = () => {
    if (typed === null || save.isPending) return;
    if (typed.trim() === known) setTyped(null);
    else if (error === null) save.mutate({ project, model: row.model, billions: value });
  };
  return (
    <Input
      aria-label={`Size of ${row.model}, billions of parameters`}
      title={
        error ??
        (row.billionsFrom === null ? "Type how many billions of parameters it has" : FROM[row.billionsFrom])
      }
      className="w-20 text-right"
      inputMode="decimal"
      placeholder="unknown"
      invalid={error !== null}
      value={typed ?? known}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key === "Enter") send();
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}
