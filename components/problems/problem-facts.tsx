import { Badge } from "#components/ui/badge.tsx";
import { CodeInline } from "#components/ui/code-inline.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Problem } from "#lib/problems/contract.ts";
import { withProblemParams } from "./filter-params.ts";
import { MetaFields } from "./meta-fields.tsx";
import { ORIGIN_LABEL, SPLIT_HINT, SPLIT_LABEL } from "./problem-words.ts";
import { shareText } from "./share.ts";

const none = <span className="text-ink-faint">—</span>;

/** What is known of a problem beside its text; values that can be filtered by lead to the table. */
export function ProblemFacts({ project, problem }: { project: string; problem: Problem }) {
  const table = `/projects/${project}/problems`;
  const { key, origin, split, subdomain, difficulty, tags, source, parents, meta } = problem;
  const link = (params: Parameters<typeof withProblemParams>[1], label: string) => (
    <TextLink href={withProblemParams(table, params)}>{label}</TextLink>
  );
  return (
    <Panel title="Facts">
      <KeyValueList
        className="[&>div]:grid-cols-[6rem_1fr]"
        items={[
          { label: "Key", value: <CodeInline>{key}</CodeInline> },
          { label: "Sub-domain", value: subdomain === null ? none : link({ subdomain }, subdomain) },
          { label: "Difficulty", value: difficulty === null ? none : link({ difficulty }, difficulty) },
          { label: "Origin", value: link({ origin }, ORIGIN_LABEL[origin]) },
          {
            label: "Split",
            value: <span title={SPLIT_HINT[split]}>{link({ split }, SPLIT_LABEL[split])}</span>,
          },
          { label: "Share correct", value: shareText(problem.correct, problem.paths) ?? none },
          ...(tags.length === 0
            ? []
            : [
                {
                  label: "Tags",
                  value: <TagLinks tags={tags} hrefOf={(tag) => withProblemParams(table, { tag })} />,
                },
              ]),
          ...(source === null ? [] : [{ label: "Source", value: source }]),
          ...(parents.length === 0
            ? []
            : [
                {
                  label: "Grown from",
                  value: (
                    <ul className="flex flex-col gap-0.5">
                      {parents.map((parent) => (
                        <li key={parent.key}>
                          {parent.id === null ? (
                            <span title="Not in this project">{parent.key}</span>
                          ) : (
                            <TextLink href={`${table}/${parent.id}`}>{parent.key}</TextLink>
                          )}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
          { label: "Added", value: <RelativeTime at={problem.createdAt} /> },
        ]}
      />
      <MetaFields meta={meta} />
    </Panel>
  );
}

function TagLinks({ tags, hrefOf }: { tags: readonly string[]; hrefOf: (tag: string) => string }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <TextLink key={tag} href={hrefOf(tag)} className="no-underline">
          <Badge>{tag}</Badge>
        </TextLink>
      ))}
    </span>
  );
}
