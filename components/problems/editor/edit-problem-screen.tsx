"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { meQuery, projectQuery } from "#components/projects/queries.ts";
import { problemQuery } from "../queries.ts";
import { browserDraft } from "./browser-draft.ts";
import { draftOfFields, fieldsOfProblem, sameWhenSaved } from "./draft-fields.ts";
import { EditorFrame } from "./editor-frame.tsx";
import { openingOf } from "./local-draft.ts";
import { ProblemEditor } from "./problem-editor.tsx";
import { draftQuery } from "./queries.ts";

/** Changes a problem. What was begun before, here or elsewhere, is there again. */
export function EditProblemScreen({ project, id }: { project: string; id: number }) {
  const me = useQuery(meQuery(api));
  const query = useQuery(problemQuery(api, project, id));
  const draft = useQuery(draftQuery(api, project, id));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const back = { href: `/projects/${project}/problems/${id}`, label: `Problem ${id}` };
  const failed = query.isError && !query.data;
  if (role === "reviewer" || failed || draft.isError || !me.data || !query.data || draft.data === undefined) {
    return (
      <EditorFrame
        back={back}
        query={failed ? query : draft}
        role={role}
        title={`Edit problem ${id}`}
        what="This problem"
      />
    );
  }
  const problem = query.data;
  const saved = draftOfFields(fieldsOfProblem(problem));
  const local = browserDraft(me.data.id, project, id);
  const known = draft.data && !sameWhenSaved(draft.data.fields, saved) ? draft.data : null;
  const opening = openingOf({
    problem: { fields: saved, version: problem.version },
    draft: known,
    unsent: local.recall(),
  });
  return (
    <ProblemEditor
      key={id}
      local={local}
      onAnother={() => undefined}
      opening={opening}
      problem={problem}
      project={project}
      savedAt={draft.data?.updatedAt ?? null}
    />
  );
}
