import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { api } from "#components/api/api.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TagsInput } from "#components/ui/tags-input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import { errorTagsQuery } from "./queries.ts";

export interface DecisionNotes {
  tags: readonly string[];
  remark: string;
}

const MOST_TAGS = 20;
const MOST_SUGGESTED = 12;

interface DecisionNotesFieldsProps {
  project: string;
  value: DecisionNotes;
  onChange: (part: Partial<DecisionNotes>) => void;
}

/** What went wrong, in the project's words: it is kept with the decision. */
export function DecisionNotesFields({ project, value, onChange }: DecisionNotesFieldsProps) {
  const { tags, remark } = value;
  const known = useQuery(errorTagsQuery(api, project)).data ?? [];
  const suggested = known.filter(({ tag }) => !tags.includes(tag)).slice(0, MOST_SUGGESTED);
  const field = useRef<HTMLDivElement>(null);
  useHotkeys({ t: () => field.current?.querySelector("input")?.focus() });
  return (
    <Panel
      title="With the decision"
      description="Kept with whatever you decide next."
      actions={
        <span className="text-ink-faint text-xs">
          <Kbd keys="t" /> for tags
        </span>
      }
    >
      <div className="grid items-start gap-4 md:grid-cols-2">
        <div ref={field} className="flex min-w-0 flex-col gap-2">
          <Field label="Error tags" hint="What was wrong: arithmetic, misread, format …" optional>
            <TagsInput
              value={tags}
              maxLength={60}
              onChange={(next) => onChange({ tags: next.slice(0, MOST_TAGS) })}
            />
          </Field>
          {suggested.length === 0 ? null : (
            <ul aria-label="Tags in use" className="flex flex-wrap gap-1">
              {suggested.map(({ tag, count }) => (
                <li key={tag} className="max-w-full">
                  <Button
                    size="sm"
                    variant="ghost"
                    className="max-w-full"
                    aria-label={`Add ${tag}`}
                    onClick={() => onChange({ tags: [...tags, tag].slice(0, MOST_TAGS) })}
                  >
                    <span className="truncate">{tag}</span>
                    <span className="text-ink-faint">{count.toLocaleString("en")}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <Field label="Remark" optional>
          <Textarea
            grow
            rows={3}
            maxLength={4000}
            value={remark}
            onChange={(event) => onChange({ remark: event.target.value })}
          />
        </Field>
      </div>
    </Panel>
  );
}
