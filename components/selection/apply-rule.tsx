import { useMutation } from "@tanstack/react-query";
import { Funnel } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { notify } from "#components/ui/notify.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { SelectionRule } from "#lib/selection/contract.ts";
import type { PreviewNumbers } from "./preview-numbers.ts";
import { ruleSentence } from "./selection-words.ts";

interface ApplyRuleProps {
  project: string;
  /** Null while something is wrong with it. */
  rule: SelectionRule | null;
  /** Of this very rule; null while they are worked out. */
  numbers: PreviewNumbers | null;
}

/** Gives the rule's result a name, says what it comes to, and starts the run that writes it. */
export function ApplyRule({ project, rule, numbers }: ApplyRuleProps) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [asking, setAsking] = useState(false);
  const start = useMutation(
    api.selection.start.mutationOptions({
      onSuccess: (run) => router.push(`/projects/${project}/runs/${run.id}`),
      onError: (error) =>
        notify({ tone: "bad", title: "The run didn't start", description: apiFailure(error).message }),
    }),
  );
  const ready = rule !== null && name.trim() !== "";
  return (
    <form
      className="flex items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) setAsking(true);
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label="Name of the selection">
          <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </Field>
      </div>
      <Button type="submit" variant="primary" icon={<Funnel />} disabled={!ready}>
        Apply
      </Button>
      <Dialog
        open={asking && rule !== null}
        onOpenChange={setAsking}
        title={`Select as “${name.trim()}”?`}
        description={rule ? ruleSentence(rule) : undefined}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Not yet</Button>
            <Button
              variant="primary"
              pending={start.isPending}
              onClick={() => {
                if (rule) start.mutate({ project, name: name.trim(), rule });
              }}
            >
              Start the run
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {numbers ? <KeyValueList items={numberItems(numbers)} /> : <SkeletonLines lines={3} />}
          <p className="text-ink-muted text-xs">
            It writes down for each path whether it is kept, and why. Paths stay as they are, no model is
            asked, and nothing is paid.
          </p>
        </div>
      </Dialog>
    </form>
  );
}

function numberItems({ paths, problems, kept, covered, exact }: PreviewNumbers) {
  const about = exact ? "" : "about ";
  const count = (value: number) => value.toLocaleString("en");
  return [
    {
      label: "Considered",
      value: `${about}${countWords(paths, "path")} of ${countWords(problems, "problem")}`,
    },
    { label: "Kept", value: kept === null ? "—" : `${about}${countWords(kept, "path")}` },
    { label: "Covered", value: `${about}${count(covered)} of ${countWords(problems, "problem")}` },
  ];
}
