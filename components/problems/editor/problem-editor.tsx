"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { ConfirmDialog } from "#components/ui/alert-dialog.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { notify } from "#components/ui/notify.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { Problem } from "#lib/problems/contract.ts";
import { AnswerField } from "./answer-field.tsx";
import { sameWhenSaved } from "./draft-fields.ts";
import { DraftStatus } from "./draft-status.tsx";
import { EditorNotices } from "./editor-notices.tsx";
import { FactFields } from "./fact-fields.tsx";
import { focusField } from "./focus-field.ts";
import type { LocalDraft, Opening } from "./local-draft.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { ProseEditor } from "./prose-editor.tsx";
import { draftQuery } from "./queries.ts";
import { type Then, useProblemEditor } from "./use-problem-editor.ts";

interface ProblemEditorProps {
  project: string;
  problem: Problem | undefined;
  opening: Opening;
  savedAt: string | null;
  local: LocalDraft;
  /** Starts over with an empty page, after a new problem was saved. */
  onAnother: () => void;
}

/** Writes a new problem, or changes one. */
export function ProblemEditor(props: ProblemEditorProps) {
  const { project, problem, opening, savedAt, local, onAnother } = props;
  const router = useRouter();
  const table = `/projects/${project}/problems`;
  const [discarding, setDiscarding] = useState(false);
  const [other, setOther] = useState(opening.other);

  const onSaved = (saved: Problem, then: Then) => {
    notify({ tone: "good", title: problem ? "Saved" : "Problem saved", id: "problem-saved", seconds: 3 });
    if (problem === undefined) return then === "next" ? onAnother() : router.replace(`${table}/${saved.id}`);
    if (then === "stay") return;
    if (saved.nextId !== null) return router.push(`${table}/${saved.nextId}/edit`);
    notify({ title: "That was the last problem", id: "last-problem" });
    router.push(table);
  };
  const editor = useProblemEditor({ project, problem, opening, savedAt, local, onSaved });
  const { fields, change, errors, draft, keeper, pending, merging } = editor;
  const { data: known } = useQuery(draftQuery(api, project, problem?.id));
  const elsewhere =
    known &&
    known.updatedAt !== keeper.savedAt() &&
    draft.status !== "unsent" &&
    !sameWhenSaved(known.fields, fields)
      ? known
      : null;

  const save = async (then: Then) => {
    const wrong = await editor.save(then);
    if (wrong !== null) focusField(wrong);
  };
  const leave = () => router.push(problem ? `${table}/${problem.id}` : table);
  const next = () => void save("next");
  // Also while a list of suggestions is open: a browser would save the page as a file instead.
  useHotkeys(
    { "mod+s": () => void save("stay"), "mod+enter": next },
    { inDialog: true, enabled: merging === null && !discarding },
  );
  useHotkeys({ escape: leave });

  const onBlur = () => void keeper.flush();
  const nextLabel = problem ? "Save and next" : "Save and write another";
  return (
    <>
      <PageHeader
        title={problem ? `Edit problem ${problem.id}` : "New problem"}
        back={
          problem
            ? { href: `${table}/${problem.id}`, label: `Problem ${problem.id}` }
            : { href: table, label: "Problems" }
        }
        meta={
          <>
            {editor.changed ? <Badge tone="accent">not saved</Badge> : null}
            <DraftStatus state={draft} />
          </>
        }
        actions={
          <>
            <Button
              disabled={!editor.changed && draft.status === "none"}
              onClick={() => setDiscarding(true)}
              variant="ghost"
            >
              Discard
            </Button>
            <Button onClick={next} pending={pending} shortcut="mod+enter">
              {nextLabel}
            </Button>
            <Button onClick={() => void save("stay")} pending={pending} shortcut="mod+s" variant="primary">
              Save
            </Button>
          </>
        }
      />
      <PageBody>
        <div className="flex flex-col gap-5">
          <EditorNotices
            failure={editor.failure}
            onLook={() => void editor.look()}
            onTakeOther={() => {
              const taken = elsewhere ?? other;
              if (taken) editor.take(taken);
              setOther(null);
            }}
            other={elsewhere ? "elsewhere" : other ? "here" : null}
            overtaken={editor.overtaken && editor.changed}
          />
          <ProseEditor
            autoFocus
            error={errors.text}
            lines={6}
            onBlur={onBlur}
            onChange={(text) => change({ text })}
            onSubmit={next}
            placeholder="Write the statement; formulas between dollar signs are drawn here."
            title="Statement"
            value={fields.text}
          />
          <AnswerField
            error={errors.answer}
            onBlur={onBlur}
            onChange={(answer) => change({ answer })}
            value={fields.answer}
          />
          <ProseEditor
            error={errors.solution}
            lines={5}
            onBlur={onBlur}
            onChange={(solution) => change({ solution })}
            onSubmit={next}
            optional
            placeholder="How the answer is reached, step by step."
            title="Worked solution"
            value={fields.solution}
          />
          <FactFields errors={errors} fields={fields} onBlur={onBlur} onChange={change} project={project} />
        </div>
      </PageBody>
      <ConfirmDialog
        confirmLabel="Discard"
        danger
        description={
          problem
            ? "What you wrote since the last save is thrown away. The saved problem stays as it is."
            : "What you wrote is thrown away. This can't be undone."
        }
        onConfirm={editor.discard}
        onOpenChange={setDiscarding}
        open={discarding}
        title="Discard this draft?"
      />
      {merging ? (
        <MergeDialog
          merging={merging}
          mine={fields}
          onCancel={editor.cancelMerge}
          onResolve={editor.resolve}
        />
      ) : null}
    </>
  );
}
