import type { Metadata } from "next";
import { ApiReference } from "#components/docs/api-reference.tsx";
import { groupOperations } from "#components/docs/operations.ts";
import { openApiDocument } from "#lib/api/openapi.ts";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiReferencePage() {
  return <ApiReference groups={groupOperations(await openApiDocument())} />;
}
