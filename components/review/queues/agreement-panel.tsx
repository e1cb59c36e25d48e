import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { api } from "#components/api/api.ts";
import { Failure } from "#components/problems/failure.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { AgreementFigure, AgreementOf, QueueAgreement } from "#lib/review/contract/agreement.ts";
import { Figure } from "./figure.tsx";
import { alphaReading, type FigureForm } from "./figure-words.ts";
import { type FigureColumn, FiguresTable } from "./figures-table.tsx";
import { agreementQuery } from "./queries.ts";

/** How far reviewers agree: over all, by sub-domain, and two by two. */
export function AgreementPanel({ project, queue }: { project: string; queue: number }) {
  const query = useQuery(agreementQuery(api, project, queue));
  if (query.data === undefined) {
    return query.isError ? (
      <Failure
        error={query.error}
        what="The agreement"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    ) : (
      <SkeletonLines lines={10} />
    );
  }
  const { all, bySubdomain, byPair } = query.data;
  if (all.units === 0) {
    return (
      <EmptyState icon={<Handshake />} title="Nothing to compare yet">
        Agreement is measured on units with two answers or more. Ask for two answers of each unit, and it
        stands here as soon as two people have answered the same one.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <All all={all} />
      <BySubdomain rows={bySubdomain} />
      <ByPair rows={byPair} />
    </div>
  );
}

const count = (value: number) => value.toLocaleString("en");

interface Row {
  label: string;
  meaning: string;
  figure: AgreementFigure | null;
  form: FigureForm;
}

function All({ all }: { all: AgreementOf }) {
  const rows: Row[] = [
    {
      label: "Percent agreement",
      meaning: "How often two answers to one unit are the same, chance included.",
      figure: all.percent,
      form: "share",
    },
    {
      label: "Krippendorff's alpha, nominal",
      meaning: "1 is perfect, 0 is as by chance. Any number of answers a unit.",
      figure: all.alphaNominal,
      form: "coefficient",
    },
    {
      label: "Krippendorff's alpha, ordinal",
      meaning: "The same where a near miss counts less than a far one.",
      figure: all.alphaOrdinal,
      form: "coefficient",
    },
    {
      label: "Fleiss' kappa",
      meaning: "Over the units with the most frequent number of answers.",
      figure: all.fleiss,
      form: "coefficient",
    },
  ];
  const reading = alphaReading(all.alphaNominal);
  return (
    <Panel
      title="Over all"
      description={`On ${count(all.units)} units with two answers or more. 95 % intervals by bootstrap over units.`}
      actions={
        reading === null ? null : (
          <Badge tone={reading === "reliable" ? "good" : reading === "not reliable" ? "bad" : "warn"}>
            {reading}
          </Badge>
        )
      }
    >
      <dl className="flex flex-col divide-y divide-line">
        {rows.map(({ label, meaning, figure, form }) => (
          <div key={label} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 first:pt-0">
            <dt className="min-w-0">
              {label}
              <span className="block text-ink-faint text-xs">{meaning}</span>
            </dt>
            <dd className="ml-auto min-w-0 max-w-72 text-right">
              {figure === null ? (
                <span className="text-ink-muted">
                  undefined
                  <span className="block text-ink-faint text-xs">Its answers have no order.</span>
                </span>
              ) : (
                <Figure figure={figure} form={form} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type SubdomainRow = QueueAgreement["bySubdomain"][number];

const SUBDOMAIN_COLUMNS: readonly FigureColumn<SubdomainRow>[] = [
  { head: "Units", cell: ({ units }) => count(units) },
  { head: "Agreement", cell: ({ percent }) => <Figure figure={percent} form="share" inline /> },
  {
    head: "Alpha",
    meaning: "Krippendorff's, nominal",
    cell: ({ alphaNominal }) => <Figure figure={alphaNominal} form="coefficient" inline />,
  },
  {
    head: "Alpha, ordinal",
    cell: ({ alphaOrdinal }) =>
      alphaOrdinal === null ? "—" : <Figure figure={alphaOrdinal} form="coefficient" inline />,
  },
  { head: "Fleiss", cell: ({ fleiss }) => <Figure figure={fleiss} form="coefficient" inline /> },
];

function BySubdomain({ rows }: { rows: readonly SubdomainRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="By sub-domain" description="Where it is low, the instructions may say too little." flush>
      <FiguresTable
        label="Agreement by sub-domain"
        rows={rows}
        rowKey={({ subdomain }) => subdomain ?? ""}
        name={{ head: "Sub-domain", cell: ({ subdomain }) => subdomain ?? "None" }}
        columns={SUBDOMAIN_COLUMNS}
      />
    </Panel>
  );
}

type PairRow = QueueAgreement["byPair"][number];

const PAIR_COLUMNS: readonly FigureColumn<PairRow>[] = [
  { head: "Units of both", cell: ({ shared }) => count(shared) },
  { head: "Agreement", cell: ({ percent }) => <Figure figure={percent} form="share" inline /> },
  { head: "Cohen's kappa", cell: ({ cohen }) => <Figure figure={cohen} form="coefficient" inline /> },
];

function ByPair({ rows }: { rows: readonly PairRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="Reviewers two by two" flush>
      <FiguresTable
        label="Agreement of two reviewers"
        rows={rows}
        rowKey={({ a, b }) => `${a.id} ${b.id}`}
        name={{ head: "Reviewers", cell: ({ a, b }) => `${a.name} and ${b.name}` }}
        columns={PAIR_COLUMNS}
      />
    </Panel>
  );
}
