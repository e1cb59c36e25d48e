import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { Prompt, PromptSet } from "#lib/models/contract/prompts.ts";
import { PromptPreview } from "./prompt-preview.tsx";
import type { PromptRoom } from "./prompt-room.ts";
import { PromptVersions } from "./prompt-versions.tsx";

/** Edits one prompt. Saving makes the next version; an older one is taken up again by saving its words anew. */
export function PromptEditor({ room, set }: { room: PromptRoom; set: PromptSet }) {
  const queryClient = useQueryClient();
  const [latest] = set.versions;
  const [base, setBase] = useState(latest?.version ?? 0);
  const [words, setWords] = useState({ system: latest?.system ?? "", user: latest?.user ?? "" });
  const save = useMutation({
    mutationFn: room.save,
    onSuccess: async (saved) => {
      setBase(saved.version);
      await queryClient.invalidateQueries({ queryKey: room.query.queryKey });
      notify({ tone: "good", title: `Saved as version ${saved.version}` });
    },
  });
  const changed = latest === undefined || words.system !== latest.system || words.user !== latest.user;
  const overtaken = latest !== undefined && latest.version > base;
  const send = () => {
    if (changed && !save.isPending) save.mutate({ purpose: set.purpose, base, ...words });
  };
  useHotkeys({
    "mod+s": (event) => {
      event.preventDefault();
      send();
    },
  });
  const take = (version: Prompt) => setWords({ system: version.system, user: version.user });
  const missing = set.placeholders.filter(
    ({ name, required }) => required && !`${words.system}${words.user}`.includes(`{{${name}}}`),
  );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Panel
          title={latest && latest.version > 0 ? `Version ${latest.version}` : "Built in"}
          actions={
            <Button
              variant="primary"
              shortcut="mod+s"
              disabled={!changed || missing.length > 0}
              pending={save.isPending}
              onClick={send}
            >
              Save
            </Button>
          }
        >
          <div className="flex flex-col gap-4">
            {save.isError ? <Callout tone="bad">{apiFailure(save.error).message}</Callout> : null}
            {overtaken ? (
              <Callout
                tone="warn"
                title={`Version ${latest.version} was saved meanwhile`}
                action={
                  <Button size="sm" onClick={() => setBase(latest.version)}>
                    Save mine after it
                  </Button>
                }
              >
                It is in the list of versions. Yours isn't lost; nothing is overwritten.
              </Callout>
            ) : null}
            <Field label="System" optional>
              <Textarea
                mono
                grow
                rows={3}
                value={words.system}
                onChange={(event) => setWords({ ...words, system: event.target.value })}
              />
            </Field>
            <Field
              label="User"
              error={
                missing.length > 0
                  ? `Put ${missing.map(({ name }) => `{{${name}}}`).join(" and ")} where it belongs.`
                  : null
              }
            >
              <Textarea
                mono
                grow
                rows={12}
                value={words.user}
                onChange={(event) => setWords({ ...words, user: event.target.value })}
              />
            </Field>
          </div>
        </Panel>
        <PromptPreview room={room} purpose={set.purpose} words={words} />
      </div>
      <div className="flex flex-col gap-4">
        <Panel title="Placeholders">
          <dl className="flex flex-col gap-2">
            {set.placeholders.map(({ name, meaning }) => (
              <div key={name}>
                <dt className="font-mono text-xs">{`{{${name}}}`}</dt>
                <dd className="text-ink-muted">{meaning}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <PromptVersions versions={set.versions} onTake={take} />
      </div>
    </div>
  );
}
