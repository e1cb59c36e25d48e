import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { notify } from "#components/ui/notify.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { ModelFields } from "./model-fields.tsx";
import {
  FIRST_MODEL_FORM,
  type FormErrors,
  fieldOf,
  formOf,
  type ModelForm,
  readModel,
} from "./model-form.ts";
import { PRESETS, type Preset } from "./presets.ts";
import { modelsQuery } from "./queries.ts";

interface ModelSheetProps {
  project: string;
  /** The one to change; null to add one. */
  model: ModelEndpoint | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Adds a model, or changes one. */
export function ModelSheet({ project, model, open, onOpenChange }: ModelSheetProps) {
  const form = useId();
  const [pending, setPending] = useState(false);
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={model ? `Change ${model.name}` : "Add a model"}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} pending={pending}>
            {model ? "Save" : "Add"}
          </Button>
        </>
      }
    >
      <SheetForm
        key={model?.id ?? "new"}
        id={form}
        project={project}
        model={model}
        onPending={setPending}
        onDone={() => onOpenChange(false)}
      />
    </Sheet>
  );
}

interface SheetFormProps {
  id: string;
  project: string;
  model: ModelEndpoint | null;
  onPending: (pending: boolean) => void;
  onDone: () => void;
}

/** Its state starts afresh each time that the sheet opens. */
function SheetForm({ id, project, model, onPending, onDone }: SheetFormProps) {
  const queryClient = useQueryClient();
  const [base, setBase] = useState(model);
  const [form, setForm] = useState<ModelForm>(() => (model ? formOf(model) : FIRST_MODEL_FORM));
  const [preset, setPreset] = useState<Preset | null>(null);
  const [isTried, setTried] = useState(false);
  const options = {
    onSuccess: async (saved: ModelEndpoint) => {
      await queryClient.invalidateQueries({ queryKey: api.models.list.key() });
      notify({ tone: "good", title: model ? `${saved.name} is changed` : `${saved.name} is added` });
      onDone();
    },
    onSettled: () => onPending(false),
  };
  const create = useMutation(api.models.create.mutationOptions(options));
  const update = useMutation(api.models.update.mutationOptions(options));
  const { value, errors } = readModel(form);
  const failure = create.error ?? update.error;
  const told = failure ? apiFailure(failure) : null;
  const field = fieldOf(told?.field);
  const shown: FormErrors = {
    ...(isTried ? errors : {}),
    ...(told && field ? { [field]: told.message } : {}),
  };
  const moved = base !== null && originOf(form.baseUrl) !== originOf(base.baseUrl);

  function change(next: ModelForm): void {
    setForm(next);
    create.reset();
    update.reset();
  }

  function send(): void {
    setTried(true);
    if (!value || create.isPending || update.isPending) return;
    onPending(true);
    if (base === null) create.mutate({ project, ...value });
    else update.mutate({ project, model: base.id, version: base.version, ...value });
  }

  async function startOver(): Promise<void> {
    const models = await queryClient.fetchQuery({ ...modelsQuery(api, project), staleTime: 0 });
    const now = models.find((one) => one.id === base?.id);
    if (!now) return onDone();
    setBase(now);
    change(formOf(now));
  }

  return (
    <form
      id={id}
      autoComplete="off"
      noValidate
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {base === null ? (
        <fieldset>
          <legend className="mb-1 font-medium text-xs">Start from</legend>
          <div className="flex flex-wrap gap-2">
            {PRESETS.map((one) => (
              <Button
                key={one.name}
                size="sm"
                aria-pressed={preset === one}
                onClick={() => {
                  setPreset(one);
                  change({ ...form, baseUrl: one.baseUrl });
                }}
              >
                {one.name}
              </Button>
            ))}
          </div>
          {preset ? <p className="mt-1 text-ink-faint text-xs">{preset.hint}</p> : null}
        </fieldset>
      ) : null}
      {told && field === null ? (
        <Callout
          tone={told.code === "conflict" ? "warn" : "bad"}
          title={told.code === "conflict" ? "Someone else was faster" : "It wasn't saved"}
          action={
            told.code === "conflict" ? (
              <Button size="sm" onClick={() => void startOver()}>
                Load what is there now
              </Button>
            ) : undefined
          }
        >
          {told.message}
        </Callout>
      ) : null}
      <ModelFields
        form={form}
        errors={shown}
        keyHint={base?.keyHint ?? null}
        moved={moved}
        preset={preset}
        onChange={change}
      />
    </form>
  );
}

function originOf(url: string): string | null {
  return URL.parse(url.trim())?.origin ?? null;
}
