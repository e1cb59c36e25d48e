"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { NothingMatches } from "#components/problems/problems-empty.tsx";
import { ViewsMenu } from "#components/problems/views/views-menu.tsx";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { ShortcutsDialog } from "#components/ui/shortcuts-dialog.tsx";
import { useElementWidth } from "#components/ui/use-element-width.ts";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { CandidateFacets, CandidateRow } from "#lib/instructions/contract.ts";
import { BulkDecide } from "./bulk-decide.tsx";
import { CANDIDATE_COLUMNS, CandidateCard } from "./candidate-columns.tsx";
import { CandidateFilters } from "./candidate-filters.tsx";
import { type CandidateParams, CLEARED, candidateFilterOf } from "./candidate-params.ts";
import { CandidateView } from "./candidate-view.tsx";
import { NoCandidates } from "./candidates-empty.tsx";
import { SHORTCUT_GROUPS } from "./keys.ts";
import { candidatesQuery } from "./queries.ts";
import { useAhead } from "./use-ahead.ts";
import { useDecisions } from "./use-decisions.ts";

/** From this width on the table has the chosen candidate beside it; the sidebar comes on top: 1280 in all. */
const WIDE = 960;
const JUMP = 20;

interface CandidateTriageProps {
  project: string;
  params: CandidateParams;
  facets: CandidateFacets | undefined;
  onParams: (params: Partial<CandidateParams> | typeof CLEARED) => unknown;
}

/** Candidates to go through by key: the table, and from 1280 pixels on the chosen one beside it. */
export function CandidateTriage({ project, params, facets, onParams }: CandidateTriageProps) {
  const filter = candidateFilterOf(params);
  const active = Object.keys(filter).length;
  const query = useInfiniteQuery(candidatesQuery(api, project, filter));
  const grid = gridRows(query);
  const { rows } = grid;
  const { decide, undo, canUndo } = useDecisions(project);
  const [turn, setTurn] = useState(0);
  const [help, setHelp] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const width = useElementWidth(body);
  const wide = width === null || width >= WIDE;

  const chosen = params.at ?? rows[0]?.id ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each candidate is read from its beginning
  useEffect(() => {
    // Newer browsers give a promise here, which is no clean-up.
    void pane.current?.scrollTo({ top: 0 });
  }, [chosen]);
  const place = rows.findIndex(({ id }) => id === chosen);
  const row = rows[place];
  const choose = (next: CandidateRow | undefined) => {
    if (next === undefined) return;
    setTurn(0);
    void onParams({ at: next.id });
  };
  const step = (by: number) => choose(rows[Math.min(rows.length - 1, Math.max(0, place + by))]);
  const decideAndGoOn = (one: CandidateRow, state: "accepted" | "dropped") => {
    decide(one, state);
    if (one.id === row?.id) step(1);
  };
  const takeBack = () => choose(undo() ?? undefined);
  useAhead(project, wide ? [place + 1, place + 2, place - 1].map((near) => rows[near]?.id) : []);
  useHotkeys(
    {
      j: () => step(1),
      k: () => step(-1),
      "]": () => step(JUMP),
      "[": () => step(-JUMP),
      a: () => row && decideAndGoOn(row, "accepted"),
      x: () => row && decideAndGoOn(row, "dropped"),
      u: takeBack,
      n: () => setTurn((now) => now + 1),
      "?": () => setHelp(true),
    },
    { enabled: wide },
  );

  return (
    <PageBody width="full">
      <CandidateFilters
        params={params}
        facets={facets}
        active={active}
        onChange={(part) => onParams({ ...part, at: null })}
        onClear={() => onParams(CLEARED)}
        trailing={
          <>
            <BulkDecide project={project} filter={filter} total={grid.total} />
            <span role="status">{grid.total === undefined ? "" : countWords(grid.total, "candidate")}</span>
            <ViewsMenu project={project} room="candidates" />
          </>
        }
      />
      <div ref={body} className="flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <DataGrid
            label="Candidates"
            columns={CANDIDATE_COLUMNS}
            rowKey={({ id }) => String(id)}
            className={query.isPlaceholderData ? "opacity-60" : undefined}
            {...(wide
              ? { chosen: chosen === null ? null : String(chosen), onChosenChange: choose }
              : {
                  rowHref: ({ id }: CandidateRow) => `/projects/${project}/candidates/${id}`,
                  card: (one: CandidateRow) => <CandidateCard row={one} />,
                })}
            {...grid}
            error={
              query.isError ? (
                <Failure
                  error={query.error}
                  what="These candidates"
                  onRetry={() => void query.refetch()}
                  retrying={query.isFetching}
                />
              ) : null
            }
            empty={
              active > 0 ? (
                <NothingMatches what="candidates" onClear={() => onParams(CLEARED)} />
              ) : (
                <NoCandidates project={project} />
              )
            }
          />
        </div>
        {wide && chosen !== null ? (
          <section
            ref={pane}
            aria-label="Chosen candidate"
            className="w-[44%] shrink-0 overflow-y-auto border-line border-l p-4 focus-visible:-outline-offset-2"
          >
            <CandidateView
              project={project}
              id={chosen}
              row={row}
              turn={turn}
              onTurn={() => setTurn((now) => now + 1)}
              onDecide={decideAndGoOn}
              onUndo={canUndo ? takeBack : null}
            />
          </section>
        ) : null}
      </div>
      <ShortcutsDialog open={help} onOpenChange={setHelp} groups={SHORTCUT_GROUPS} />
    </PageBody>
  );
}
