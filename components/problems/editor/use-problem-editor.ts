"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { api, client } from "#components/api/api.ts";
import { notify } from "#components/ui/notify.tsx";
import { apiFailure } from "#lib/api/client.ts";
import type { FieldName } from "#lib/problems/changed-fields.ts";
import type { DraftFields, Problem, ProblemFields } from "#lib/problems/contract.ts";
import { problemQuery } from "../queries.ts";
import { refreshProblems } from "../refresh-problems.ts";
import {
  draftOfFields,
  EMPTY_DRAFT,
  fieldErrors,
  fieldsOfDraft,
  fieldsOfProblem,
  sameWhenSaved,
} from "./draft-fields.ts";
import type { LocalDraft, Opening } from "./local-draft.ts";
import { findVersion } from "./queries.ts";
import { useDraft } from "./use-draft.ts";

/** What to do once it is saved. */
export type Then = "stay" | "next";

/** Another version that stands between what was written and the saved problem. */
export interface Merging {
  /** The problem when the writing began; null where the history doesn't know it any more. */
  base: ProblemFields | null;
  theirs: Problem;
  by: string | null;
  at: string;
  /** Null where somebody only wants to see what changed. */
  then: Then | null;
}

interface EditorInput {
  project: string;
  /** As it is saved now; undefined for a new one. */
  problem: Problem | undefined;
  opening: Opening;
  /** When the draft that it opened with was saved. */
  savedAt: string | null;
  local: LocalDraft;
  onSaved: (saved: Problem, then: Then) => void;
}

interface Base {
  version: number | null;
  fields: ProblemFields | null;
}

/** Everything an editor of one problem does: keeps drafts, saves, and merges what others saved meanwhile. */
export function useProblemEditor(input: EditorInput) {
  const { project, problem, opening, savedAt, local, onSaved } = input;
  const queryClient = useQueryClient();
  const id = problem?.id;
  const { keeper, state: draft } = useDraft({ project, problem: id }, local, savedAt);
  const [fields, setFields] = useState(opening.fields);
  const [base, setBase] = useState<Base>(() => ({
    version: opening.baseVersion,
    fields: problem && problem.version === opening.baseVersion ? fieldsOfProblem(problem) : null,
  }));
  // What keys and timers act on: as it is now, not as it was when last drawn.
  const now = useRef({ fields, base });
  const [tried, setTried] = useState(false);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [merging, setMerging] = useState<Merging | null>(null);

  const put = (next: DraftFields, from: Base = now.current.base) => {
    now.current = { fields: next, base: from };
    setFields(next);
    setBase(from);
  };
  const keep = () => keeper.write({ fields: now.current.fields, baseVersion: now.current.base.version });
  const change = (part: Partial<DraftFields>) => {
    put({ ...now.current.fields, ...part });
    keep();
  };

  const untouched = draftOfBase(base);
  const changed = !untouched || !sameWhenSaved(fields, untouched);
  const errors = fieldErrors(fields);

  /** Shows what others saved since the writing began; false where nobody has. */
  const look = async (then: Then | null): Promise<boolean> => {
    if (id === undefined) return false;
    const { base: from } = now.current;
    const theirs = await queryClient.fetchQuery({ ...problemQuery(api, project, id), staleTime: 0 });
    if (theirs.version === from.version) return false;
    const { found, newest } = await findVersion(client, { project, problem: id }, from.version ?? 0);
    setMerging({
      base: from.fields ?? found?.fields ?? null,
      theirs,
      by: newest?.author ?? null,
      at: newest?.at ?? theirs.updatedAt,
      then,
    });
    return true;
  };

  const settle = async (saved: Problem, sent: DraftFields, then: Then) => {
    const written = fieldsOfProblem(saved);
    const wroteOn = now.current.fields !== sent;
    put(wroteOn ? now.current.fields : draftOfFields(written), { version: saved.version, fields: written });
    queryClient.setQueryData(problemQuery(api, project, saved.id).queryKey, saved);
    setTried(false);
    await keeper.drop().catch(() => {
      // The draft is the same as what was saved: the next opening finds nothing in it.
    });
    if (wroteOn) keep();
    onSaved(saved, wroteOn ? "stay" : then);
    void refreshProblems(queryClient);
  };

  const send = async (then: Then) => {
    const { fields: written, base: from } = now.current;
    const saving = fieldsOfDraft(written);
    await keeper.rest();
    try {
      const saved =
        id === undefined
          ? await client.problems.create({ project, fields: saving })
          : await client.problems.update({
              project,
              problem: id,
              version: from.version ?? 0,
              fields: saving,
            });
      await settle(saved, written, then);
    } catch (error) {
      keep();
      const { code, message } = apiFailure(error);
      if (code !== "conflict" || !(await look(then))) setFailure(message);
    }
  };

  const save = async (then: Then): Promise<FieldName | null> => {
    if (busy.current) return null;
    const [wrong] = Object.keys(fieldErrors(now.current.fields));
    setTried(true);
    // The keys of these errors are names of fields.
    if (wrong !== undefined) return wrong as FieldName;
    const before = draftOfBase(now.current.base);
    if (problem && before && sameWhenSaved(now.current.fields, before)) {
      onSaved(problem, then);
      return null;
    }
    busy.current = true;
    setPending(true);
    setFailure(null);
    await send(then).catch((error: unknown) => setFailure(apiFailure(error).message));
    busy.current = false;
    setPending(false);
    return null;
  };

  /** Goes on from the others' version with these fields, and saves where that was what was asked for. */
  const resolve = async (resolved: ProblemFields) => {
    if (!merging) return;
    const { theirs, then } = merging;
    put(draftOfFields(resolved), { version: theirs.version, fields: fieldsOfProblem(theirs) });
    keep();
    setMerging(null);
    if (then !== null) await save(then);
  };

  const discard = async () => {
    const from = problem ? { version: problem.version, fields: fieldsOfProblem(problem) } : now.current.base;
    await keeper.drop();
    put(from.fields ? draftOfFields(from.fields) : EMPTY_DRAFT, from);
    setTried(false);
    setFailure(null);
  };

  const overtaken = problem !== undefined && base.version !== null && problem.version > base.version;
  const adopt = useEffectEvent(() => {
    if (!problem || !overtaken || changed || merging) return;
    const theirs = fieldsOfProblem(problem);
    put(draftOfFields(theirs), { version: problem.version, fields: theirs });
    notify({ title: "Someone saved a new version", description: "You see it now.", id: "new-version" });
  });
  const version = problem?.version;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks once at each version that comes
  useEffect(() => adopt(), [version]);

  return {
    fields,
    change,
    errors: tried ? errors : {},
    changed,
    draft,
    keeper,
    pending,
    failure,
    overtaken,
    merging,
    save,
    look: () => look(null).catch((error: unknown) => void setFailure(apiFailure(error).message)),
    resolve,
    cancelMerge: () => setMerging(null),
    discard,
    /** Takes up another version of what was written. */
    take: (other: { fields: DraftFields; baseVersion: number | null }) => {
      const known = problem && problem.version === other.baseVersion ? fieldsOfProblem(problem) : null;
      put(other.fields, { version: other.baseVersion, fields: known });
      keep();
    },
  };
}

function draftOfBase({ version, fields }: Base): DraftFields | null {
  if (fields) return draftOfFields(fields);
  return version === null ? EMPTY_DRAFT : null;
}
