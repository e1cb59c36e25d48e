import { useInfiniteQuery } from "@tanstack/react-query";
import { Handshake, ListTodo } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { countWords } from "#components/problems/count-words.ts";
import { Failure } from "#components/problems/failure.tsx";
import { gridRows } from "#components/problems/grid-rows.ts";
import { DataGrid } from "#components/ui/data-grid.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Select } from "#components/ui/select.tsx";
import { useHotkeys } from "#components/ui/use-hotkeys.ts";
import type { QueueCounts, ReviewQueue, UnitRow } from "#lib/review/contract/queues.ts";
import { unitsQuery } from "./queries.ts";
import { UNIT_LISTS, type UnitList, unitFilterOf } from "./queue-params.ts";
import { UNIT_STATE_WORD } from "./queue-words.ts";
import { UnitCard, unitColumns } from "./unit-columns.tsx";

const LIST_WORD: Record<UnitList, string> = { ...UNIT_STATE_WORD, gold: "Gold", all: "All" };

const LIST_MEANING: Record<UnitList, string> = {
  disputed: "For a lead to decide, the worst disagreements first.",
  open: "Still waiting for answers.",
  done: "Answered as often as wanted, and agreed on.",
  settled: "A lead has decided.",
  dropped: "Out of the queue: skipped, or its problem changed.",
  gold: "The answer is known; they measure reviewers.",
  all: "Gold ones too.",
};

function countOf(list: UnitList, counts: QueueCounts): number {
  return list === "all" ? counts.units + counts.gold : counts[list];
}

interface UnitsListProps {
  project: string;
  queue: ReviewQueue;
  list: UnitList;
  onList: (list: UnitList) => void;
}

/** A queue's units, those that a lead must decide at first. */
export function UnitsList({ project, queue, list, onList }: UnitsListProps) {
  const router = useRouter();
  const { id, kind, counts } = queue;
  const query = useInfiniteQuery(unitsQuery(api, project, id, unitFilterOf(list)));
  const grid = gridRows(query);
  const [marked, setMarked] = useState<number | null>(null);
  const place = grid.rows.findIndex((row) => row.id === marked);
  const href = (row: UnitRow) => `/projects/${project}/queues/${id}/units/${row.id}`;
  const mark = (by: number) => {
    const row = grid.rows[place < 0 ? 0 : place + by];
    if (row) setMarked(row.id);
  };
  useHotkeys({
    j: () => mark(1),
    k: () => mark(-1),
    o: () => {
      const row = grid.rows[Math.max(0, place)];
      if (row) router.push(href(row));
    },
  });
  return (
    <>
      <FilterBar
        trailing={<span role="status">{grid.total === undefined ? "" : countWords(grid.total, "unit")}</span>}
      >
        <Select
          label="Which units"
          size="sm"
          className="w-44"
          value={list}
          options={UNIT_LISTS.map((value) => ({
            value,
            label: `${LIST_WORD[value]} (${countOf(value, counts).toLocaleString("en")})`,
            hint: LIST_MEANING[value],
          }))}
          onChange={onList}
        />
        <span className="flex items-center gap-1.5 text-ink-faint text-xs narrow:hidden">
          {LIST_MEANING[list]} <Kbd keys="j" /> <Kbd keys="k" /> <Kbd keys="o" />
        </span>
      </FilterBar>
      <DataGrid<UnitRow>
        label="Units of the queue"
        columns={unitColumns(kind)}
        rowKey={(row) => String(row.id)}
        rowHref={href}
        chosen={marked === null ? null : String(marked)}
        onChosenChange={(row) => setMarked(row.id)}
        card={(row) => <UnitCard kind={kind} row={row} />}
        className={query.isPlaceholderData ? "opacity-60" : undefined}
        {...grid}
        error={
          query.isError ? (
            <Failure
              error={query.error}
              what="These units"
              onRetry={() => void query.refetch()}
              retrying={query.isFetching}
            />
          ) : null
        }
        empty={<NoUnits list={list} />}
      />
    </>
  );
}

function NoUnits({ list }: { list: UnitList }) {
  if (list === "disputed") {
    return (
      <EmptyState icon={<Handshake />} title="Nothing is disputed">
        Where reviewers have answered as often as they may and still don't agree, the unit comes here for you
        to decide.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<ListTodo />} title={`No ${list === "all" ? "" : `${list} `}units`}>
      {list === "gold"
        ? "Open a unit whose answer you are sure of and make it gold: then it measures every reviewer."
        : LIST_MEANING[list]}
    </EmptyState>
  );
}
