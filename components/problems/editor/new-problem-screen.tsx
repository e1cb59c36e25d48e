"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import { browserDraft } from "./browser-draft.ts";
import { EMPTY_DRAFT, sameWhenSaved } from "./draft-fields.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { openingOf } from "./local-draft.ts";
import { ProblemEditor } from "./problem-editor.tsx";
import { draftQuery } from "./queries.ts";

/** Writes a new seed. What was begun before, here or elsewhere, is there again. */
export function NewProblemScreen({ project }: { project: string }) {
  const me = useQuery(meQuery(api));
  const draft = useQuery(draftQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const queryClient = useQueryClient();
  const [count, setCount] = useState(0);
  const back = { href: `/projects/${project}/problems`, label: "Problems" };
  if (role === "reviewer" || draft.isError || !me.data || draft.data === undefined) {
    return <EditorFrame back={back} query={draft} role={role} title="New problem" what="Your draft" />;
  }
  const local = browserDraft(me.data.id, project);
  const known = draft.data && !sameWhenSaved(draft.data.fields, EMPTY_DRAFT) ? draft.data : null;
  const opening = openingOf({
    problem: { fields: EMPTY_DRAFT, version: null },
    draft: known,
    unsent: local.recall(),
  });
  return (
    <ProblemEditor
      key={count}
      local={local}
      onAnother={() => {
        queryClient.setQueryData(draftQuery(api, project).queryKey, null);
        setCount(count + 1);
      }}
      opening={opening}
      problem={undefined}
      project={project}
      savedAt={draft.data?.updatedAt ?? null}
    />
  );
}
