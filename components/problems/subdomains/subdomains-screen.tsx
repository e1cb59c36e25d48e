"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "#components/api/api.ts";
import { projectQuery } from "#components/projects/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { PageBody } from "#components/ui/page-body.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Subdomain } from "#lib/problems/contract/subdomains.ts";
import { countWords } from "../count-words.ts";
import { subdomainsQuery } from "../editor/queries.ts";
import { Failure } from "../failure.tsx";
import { withProblemParams } from "../filter-params.ts";
import { NoSubdomains } from "./no-subdomains.tsx";
import { SubdomainDialogs } from "./subdomain-dialogs.tsx";
import { LINE } from "./subdomain-row.tsx";
import { SubdomainTree } from "./subdomain-tree.tsx";
import { TreeKeys } from "./tree-keys-list.tsx";
import { useSubdomainChanges } from "./use-subdomain-changes.ts";

const NONE: readonly Subdomain[] = [];

/** The fields of a project's problems, as a tree that curators and leads edit. */
export function SubdomainsScreen({ project }: { project: string }) {
  const query = useQuery(subdomainsQuery(api, project));
  const role = useQuery(projectQuery(api, project)).data?.role;
  const editable = role === "curator" || role === "lead";
  const subdomains = query.data?.subdomains ?? NONE;
  const changes = useSubdomainChanges(project, subdomains);
  const [moving, setMoving] = useState<Subdomain | null>(null);
  const [removing, setRemoving] = useState<Subdomain | null>(null);
  const [adding, setAdding] = useState(false);
  const table = `/projects/${project}/problems`;
  const unclassified = query.data?.unclassified ?? 0;
  const empty = query.data !== undefined && subdomains.length === 0 && !adding;
  return (
    <>
      <PageHeader
        title="Sub-domains"
        description="The fields that this project's problems belong to."
        back={{ href: table, label: "Problems" }}
        actions={
          editable && query.data && !empty ? (
            <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
              Add a sub-domain
            </Button>
          ) : null
        }
      />
      <PageBody width="form">
        {query.isError && !query.data ? (
          <Failure
            error={query.error}
            what="The sub-domains"
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : empty ? (
          <NoSubdomains editable={editable} onAdd={() => setAdding(true)} />
        ) : (
          <Panel title="Tree" flush footer={editable ? <TreeKeys /> : null}>
            <div
              aria-hidden
              className={`${LINE} h-8 border-line border-b bg-sunken pl-8 text-2xs text-ink-faint`}
            >
              <span>Name</span>
              <span className="text-right">With below</span>
              <span className="text-right max-sm:hidden">Own</span>
              <span className="text-right max-sm:hidden">Seeds</span>
            </div>
            {query.data ? (
              <SubdomainTree
                project={project}
                subdomains={subdomains}
                editable={editable}
                changes={changes}
                onMove={setMoving}
                onRemove={setRemoving}
                adding={adding}
                onAdding={setAdding}
              />
            ) : (
              <div className="p-4">
                <SkeletonLines lines={5} />
              </div>
            )}
          </Panel>
        )}
        {unclassified > 0 ? (
          <p className="mt-3 text-ink-muted">
            <TextLink href={withProblemParams(table, { classified: "no" })}>
              {countWords(unclassified, "problem")}
            </TextLink>{" "}
            {unclassified === 1 ? "belongs" : "belong"} to none.
          </p>
        ) : null}
      </PageBody>
      <SubdomainDialogs
        subdomains={subdomains}
        changes={changes}
        moving={moving}
        removing={removing}
        onClose={() => {
          setMoving(null);
          setRemoving(null);
        }}
      />
    </>
  );
}
