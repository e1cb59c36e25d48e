import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Dices, RotateCcw, Save } from "lucide-react";
import { useMemo, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { MonacoText } from "#components/ui/monaco/monaco-text.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { useSettled } from "#components/ui/use-settled.ts";
import { apiFailure } from "#lib/api/client.ts";
import type { SeedTemplate, Template } from "#lib/instructions/contract/variation.ts";
import { programMarks } from "./marked-places.ts";
import { MarkedStatement } from "./marked-statement.tsx";
import { ParameterTable } from "./parameter-table.tsx";
import { templateQuery } from "./queries.ts";
import { isTouched, readTemplate, typedTemplate } from "./template-form.ts";
import { VariantsList } from "./variants-list.tsx";

const TYPING = 500;

interface TemplateEditorProps {
  project: string;
  seed: SeedTemplate;
  template: Template;
}

/** Which numbers of a seed may vary and how far, beside what comes of it. */
export function TemplateEditor({ project, seed, template: made }: TemplateEditorProps) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(() => typedTemplate(made));
  const [chance, setChance] = useState(1);
  const { problem, version } = seed;
  const read = useMemo(() => readTemplate(made, typed), [made, typed]);
  const shown = useMemo(() => withVarying(made, typed.parameters), [made, typed.parameters]);
  const marks = useMemo(() => programMarks(shown), [shown]);
  const settled = useSettled(read.template, TYPING);
  const touched = isTouched(made, typed);

  const take = (found: SeedTemplate) => {
    queryClient.setQueryData(templateQuery(api, project, problem).queryKey, found);
    if (found.template) setTyped(typedTemplate(found.template));
  };
  const save = useMutation(
    api.variation.saveTemplate.mutationOptions({
      onSuccess: (found) => {
        take(found);
        notify({ tone: "good", title: "Saved", description: "Runs use these ranges from now on." });
      },
    }),
  );
  const load = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...templateQuery(api, project, problem), staleTime: 0 }),
    onSuccess: (found) => {
      save.reset();
      take(found);
    },
    onError: (error) =>
      notify({ tone: "bad", title: "It couldn't be loaded", description: apiFailure(error).message }),
  });
  const submit = () => {
    if (read.template && !save.isPending && (touched || !seed.saved)) {
      save.mutate({ project, problem, version, template: read.template });
    }
  };
  useHotkeys({
    "mod+s": (event) => {
      event.preventDefault();
      submit();
    },
    n: () => setChance((one) => one + 1),
  });
  const refused = save.isError ? apiFailure(save.error) : null;

  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title="Statement" description="Marked numbers vary.">
          <MarkedStatement template={shown} />
        </Panel>
        <Panel
          title="Numbers"
          flush
          actions={
            touched ? (
              <Button
                size="sm"
                variant="ghost"
                icon={<RotateCcw />}
                onClick={() => setTyped(typedTemplate(made))}
              >
                Undo changes
              </Button>
            ) : null
          }
        >
          <ParameterTable
            template={made}
            rows={typed.parameters}
            faults={read.parameterFaults}
            onChange={(name, change) =>
              setTyped({
                ...typed,
                parameters: typed.parameters.map((row) => (row.name === name ? { ...row, ...change } : row)),
              })
            }
          />
        </Panel>
        <Panel title="Constraints">
          <Field
            label="What must hold, one a line"
            hint="Such as a < b, a + b <= 100, a % b == 0."
            error={
              read.constraintFaults.map(({ line, message }) => `Line ${line}: ${message}`).join(" ") ||
              read.fault
            }
          >
            <Textarea
              mono
              grow
              rows={3}
              spellCheck={false}
              value={typed.constraints}
              onChange={(event) => setTyped({ ...typed, constraints: event.target.value })}
            />
          </Field>
        </Panel>
        {refused ? (
          <Callout
            tone={refused.code === "conflict" ? "warn" : "bad"}
            title={refused.code === "conflict" ? "Someone else was faster" : "It wasn't saved"}
            action={
              refused.code === "conflict" ? (
                <Button size="sm" pending={load.isPending} onClick={() => load.mutate()}>
                  Load theirs
                </Button>
              ) : null
            }
          >
            {refused.message}
          </Callout>
        ) : null}
        <div>
          <Button
            variant="primary"
            icon={<Save />}
            shortcut="mod+s"
            disabled={read.template === null || (!touched && seed.saved)}
            pending={save.isPending}
            onClick={submit}
          >
            Save
          </Button>
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Panel
          title="Variants"
          description={
            seed.answer === null ? undefined : `For the seed's own numbers the program gives ${seed.answer}.`
          }
          actions={
            <Button size="sm" icon={<Dices />} shortcut="n" onClick={() => setChance(chance + 1)}>
              Others
            </Button>
          }
        >
          {settled === null ? (
            <p className="text-ink-muted">Mend what is marked, and variants are tried again.</p>
          ) : (
            <VariantsList project={project} problem={problem} template={settled} seed={chance} />
          )}
        </Panel>
        <Panel title="Program" flush>
          <MonacoText
            ariaLabel="The seed's program; marked numbers vary"
            height="content"
            language="python"
            spans={marks}
            value={made.program}
          />
        </Panel>
      </div>
    </div>
  );
}

/** The template with what varies as it is ticked now. */
function withVarying(made: Template, rows: readonly { name: string; varies: boolean }[]): Template {
  const varying = new Map(rows.map(({ name, varies }) => [name, varies]));
  return {
    ...made,
    parameters: made.parameters.map((each) => ({ ...each, varies: varying.get(each.name) ?? each.varies })),
  };
}
