import { Badge } from "#components/ui/badge.tsx";
import { CodeInline } from "#components/ui/code-inline.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Operation, OperationGroup } from "./operations.ts";

/** The HTTP API, readable: drawn from the OpenAPI document that the studio serves. */
export function ApiReference({ groups }: { groups: OperationGroup[] }) {
  return (
    <>
      <PageHeader
        title="API reference"
        description="Everything that the studio does goes through this API: the browser, the command line, your scripts."
      />
      <PageBody width="wide">
        <Panel title="How to call it">
          <p>
            All paths below start with <CodeInline>/api/v1</CodeInline>. Send an API key, which your account
            page makes, as <CodeInline>Authorization: Bearer lemma_…</CodeInline>. Errors are JSON with a{" "}
            <CodeInline>code</CodeInline>, a <CodeInline>message</CodeInline> that says what to do, and the
            field or line where there is one.
          </p>
          <p className="mt-2">
            The same as an OpenAPI 3.1 document:{" "}
            <TextLink href="/api/v1/openapi.json">/api/v1/openapi.json</TextLink>
          </p>
        </Panel>
        {groups.map((group) => (
          <section key={group.tag} className="mt-8" aria-labelledby={anchor(group.tag)}>
            <h2 id={anchor(group.tag)} className="mb-2 text-base font-semibold">
              {group.tag}
            </h2>
            <div className="divide-y divide-line rounded-lg border border-line bg-raised">
              {group.operations.map((operation) => (
                <OperationRow key={operation.id} operation={operation} />
              ))}
            </div>
          </section>
        ))}
      </PageBody>
    </>
  );
}

function anchor(tag: string): string {
  return tag.toLowerCase().replace(/\W+/g, "-");
}

function OperationRow({ operation }: { operation: Operation }) {
  return (
    <details className="group">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
        <span className="w-14 shrink-0 font-mono text-xs font-medium text-accent-text">
          {operation.method}
        </span>
        <span className="min-w-0 break-all font-mono text-xs">{operation.path}</span>
        <span className="min-w-0 flex-1 basis-64 text-ink-muted">{operation.summary}</span>
        <Badge>{operation.role}</Badge>
      </summary>
      <div className="overflow-x-auto border-t border-line bg-sunken px-4 py-3">
        {operation.parameters.length === 0 ? (
          <p className="text-ink-muted">Takes no input.</p>
        ) : (
          <table className="w-full text-left">
            <thead className="text-xs text-ink-muted">
              <tr>
                <th className="pr-4 pb-1 font-medium">Name</th>
                <th className="pr-4 pb-1 font-medium">In</th>
                <th className="pr-4 pb-1 font-medium">Type</th>
                <th className="pb-1 font-medium">What it is</th>
              </tr>
            </thead>
            <tbody>
              {operation.parameters.map((parameter) => (
                <tr key={`${parameter.place}.${parameter.name}`} className="align-baseline">
                  <td className="py-0.5 pr-4 font-mono text-xs whitespace-nowrap">
                    {parameter.name}
                    {parameter.required ? null : <span className="text-ink-faint">?</span>}
                  </td>
                  <td className="py-0.5 pr-4 text-ink-muted">{parameter.place}</td>
                  <td className="py-0.5 pr-4 font-mono text-xs">{parameter.type}</td>
                  <td className="py-0.5 text-ink-muted">{parameter.description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </details>
  );
}
