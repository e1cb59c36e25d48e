import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import type { Project } from "#lib/projects/contract.ts";

interface ProjectListProps {
  projects: (Project & { problems: number; paths: number })[];
}

export function ProjectList({ projects }: ProjectListProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
      {projects.map((project) => (
        <li key={project.slug}>
          <Link
            href={`/projects/${project.slug}`}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover"
          >
            <span className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{project.name}</span>{" "}
              <span className="text-ink-faint">{project.slug}</span>
              {project.description ? (
                <span className="block truncate text-ink-muted">{project.description}</span>
              ) : null}
            </span>
            <span className="w-32 text-ink-muted sm:text-right">
              {project.problems.toLocaleString("en")} problems
            </span>
            <span className="w-28 text-ink-muted sm:text-right">
              {project.paths.toLocaleString("en")} paths
            </span>
            <span className="w-20 sm:text-right">
              <Badge>{project.role}</Badge>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
