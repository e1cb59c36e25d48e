import { useQuery } from "@tanstack/react-query";
import { api } from "#components/api/api.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Scorer } from "#lib/scoring/contract/scorers.ts";
import { trustQuery } from "./queries.ts";
import { figureText, KIND_MEANING, KIND_WORD, SOURCE_WORD } from "./scorer-words.ts";

const CELL = "px-3 py-2 text-right tabular-nums";
const HEAD = "px-3 py-1.5 font-normal";

/** Scorers, a line each, with how often each puts a correct path before an incorrect one. */
export function ScorersTable({ project, scorers }: { project: string; scorers: readonly Scorer[] }) {
  return (
    <Panel title="Scorers" flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table on a narrow screen is scrolled by keys */}
      <section className="overflow-x-auto" tabIndex={0} aria-label="Scorers">
        <table className="w-full whitespace-nowrap">
          <thead className="bg-sunken text-ink-muted text-xs">
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                Scorer
              </th>
              <th scope="col" className={`${HEAD} text-left`}>
                Kind
              </th>
              <th scope="col" className={`${HEAD} text-left`}>
                From
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Paths
              </th>
              <th
                scope="col"
                className={`${HEAD} text-right`}
                title="Of a correct and an incorrect path of one problem"
              >
                Pairs in order
              </th>
              <th scope="col" className={`${HEAD} text-right`} title="Of pairs that people judged">
                As people judge
              </th>
              <th scope="col" className={`${HEAD} text-right`}>
                Made
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {scorers.map((scorer) => (
              <ScorerLine key={`${scorer.kind} ${scorer.name}`} project={project} scorer={scorer} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function ScorerLine({ project, scorer }: { project: string; scorer: Scorer }) {
  const { id, name, kind, source, paths, createdAt } = scorer;
  const trust = useQuery({ ...trustQuery(api, project, name, kind), enabled: paths > 0 }).data;
  return (
    <tr>
      <th scope="row" className="px-3 py-2 text-left font-normal">
        {id === null ? name : <TextLink href={`/projects/${project}/scoring/${id}`}>{name}</TextLink>}
      </th>
      <td className="px-3 py-2">
        <Badge title={KIND_MEANING[kind]}>{KIND_WORD[kind]}</Badge>
      </td>
      <td className="px-3 py-2 text-ink-muted">{SOURCE_WORD[source]}</td>
      <td className={CELL}>{paths.toLocaleString("en")}</td>
      <td className={CELL}>{figureText(trust?.verdicts.pairAccuracy.value ?? null)}</td>
      <td className={CELL}>{figureText(trust?.people.pairAccuracy.value ?? null)}</td>
      <td className={CELL}>{createdAt === null ? "—" : <RelativeTime at={createdAt} />}</td>
    </tr>
  );
}
