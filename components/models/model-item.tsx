import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil, Trash2, Zap } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { dollars } from "#components/ui/dollars.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { ModelEndpoint } from "#lib/models/contract.ts";
import { keyWords, labelOf, limitWords, priceWords, protocolLabel, structuredLabel } from "./model-words.ts";
import { TestNote } from "./test-note.tsx";

interface ModelItemProps {
  project: string;
  model: ModelEndpoint;
  /** Leads may change and test it. */
  mayChange: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

/** One model of the registry, on one line where there is room. */
export function ModelItem({ project, model, mayChange, onEdit, onRemove }: ModelItemProps) {
  const queryClient = useQueryClient();
  const test = useMutation(
    api.models.test.mutationOptions({
      // What was found out of it, and its one more call, show in the list.
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.models.list.key() }),
    }),
  );
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h3 className="truncate font-medium">{model.name}</h3>
            {model.uses.map((use) => (
              <Badge key={use}>{labelOf(use)}</Badge>
            ))}
          </div>
          <p className="truncate font-mono text-ink-muted text-xs" title={model.model}>
            {model.model}
          </p>
          <p className="truncate text-ink-faint text-xs" title={model.baseUrl}>
            {model.baseUrl}, {keyWords(model.keyHint)}
          </p>
        </div>
        <div className="min-w-0 basis-60 text-ink-muted text-xs">
          <p>{priceWords(model)}</p>
          <p>{limitWords(model)}</p>
          <p className="text-ink-faint">
            {model.protocol === "chat"
              ? `JSON: ${structuredLabel(model.structuredOutput).toLowerCase()}`
              : protocolLabel(model.protocol)}
          </p>
        </div>
        <div className="basis-24 text-xs tabular-nums sm:text-right">
          <p>
            {model.calls.toLocaleString("en")} {model.calls === 1 ? "call" : "calls"}
          </p>
          <p className="text-ink-muted">{dollars(model.cost)}</p>
        </div>
        {mayChange ? (
          <div className="flex items-center gap-1">
            <Button
              size="sm"
              icon={<Zap />}
              pending={test.isPending}
              onClick={() => test.mutate({ project, model: model.id })}
            >
              Test
            </Button>
            <IconButton size="sm" label={`Change ${model.name}`} icon={<Pencil />} onClick={onEdit} />
            <IconButton size="sm" label={`Remove ${model.name}`} icon={<Trash2 />} onClick={onRemove} />
          </div>
        ) : null}
      </div>
      <div aria-live="polite" className="empty:hidden">
        {test.data ? (
          <div className="mt-2">
            <TestNote test={test.data} />
          </div>
        ) : null}
        {test.error ? (
          <div className="mt-2">
            <Callout tone="bad" title="It couldn't be tested">
              {apiFailure(test.error).message}
            </Callout>
          </div>
        ) : null}
      </div>
    </li>
  );
}
