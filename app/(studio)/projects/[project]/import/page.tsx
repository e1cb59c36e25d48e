import type { Metadata } from "next";
import { ImportScreen } from "#components/datasets/import-screen.tsx";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  return <ImportScreen project={project} />;
}
