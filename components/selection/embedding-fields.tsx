import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { useStartRun } from "#components/scoring/use-start-run.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { embeddingsQuery } from "./queries.ts";

interface EmbeddingFieldsProps {
  project: string;
  value: string;
  onChange: (model: string) => void;
}

/** By which model's embeddings distance is measured, how many paths it has embedded, and the run for the others. */
export function EmbeddingFields({ project, value, onChange }: EmbeddingFieldsProps) {
  const models = useQuery(embeddingsQuery(api, project)).data;
  const embed = useMutation(api.selection.embed.mutationOptions(useStartRun(project)));
  const chosen = models?.find(({ model }) => model === value);
  const [endpoint] = chosen?.endpoints ?? [];
  if (models?.length === 0) {
    return (
      <p className="text-ink-faint text-xs">
        No model embeds paths yet.{" "}
        <TextLink href={`/projects/${project}/models`}>Add one that speaks embeddings</TextLink>
      </p>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Field label="Embeddings by" className="w-full">
        <Select
          value={value === "" ? null : value}
          placeholder="Choose a model"
          options={(models ?? []).map(({ model }) => ({ value: model, label: model }))}
          onChange={onChange}
        />
      </Field>
      {chosen ? (
        <p role="status" className="text-ink-faint text-xs tabular-nums">
          {chosen.paths.toLocaleString("en")} of {(chosen.paths + chosen.missing).toLocaleString("en")} paths
          embedded. The others don't pass.
        </p>
      ) : null}
      {chosen && chosen.missing > 0 && endpoint ? (
        <Button
          size="sm"
          pending={embed.isPending}
          onClick={() => embed.mutate({ project, model: endpoint.id })}
        >
          Embed {chosen.missing.toLocaleString("en")} {chosen.missing === 1 ? "path" : "paths"}
        </Button>
      ) : null}
    </div>
  );
}
