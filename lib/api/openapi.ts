import { type OpenAPI, OpenAPIGenerator } from "@orpc/openapi";
import { traverseContractProcedures } from "@orpc/server";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import packageJson from "../../package.json" with { type: "json" };
import { contract } from "./contract.ts";
import type { OperationMeta } from "./operation.ts";
import { type StreamOperation, streams } from "./streams.ts";

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });

/** OpenAPI's name for an extension: the role that an operation needs. */
const ROLE = "x-role";

type Operation = OpenAPI.OperationObject & { [ROLE]?: string | undefined };

function streamOperation(stream: StreamOperation): Operation {
  const inPath = [...stream.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const text = { type: "string" } as const;
  const bytes = { "application/octet-stream": { schema: { type: "string", format: "binary" } } } as const;
  return {
    operationId: stream.name,
    summary: stream.summary,
    tags: [stream.tag],
    [ROLE]: stream.role,
    parameters: [
      ...inPath.map((name) => ({ name, in: "path", required: true, schema: text })),
      ...stream.query.map(({ name, description }) => ({ name, in: "query", description, schema: text })),
    ],
    ...(stream.method === "POST" ? { requestBody: { required: true, content: bytes } } : {}),
    responses: { "200": { description: "OK" } },
  };
}

function operationsOf(document: OpenAPI.Document): Map<string, Operation> {
  const found = new Map<string, Operation>();
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of [item?.get, item?.post, item?.put, item?.patch, item?.delete]) {
      if (operation?.operationId !== undefined) found.set(operation.operationId, operation);
    }
  }
  return found;
}

function addRoles(document: OpenAPI.Document): void {
  const operations = operationsOf(document);
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const operation = operations.get(path.join("."));
    const meta: OperationMeta = procedure["~orpc"].meta;
    if (operation) operation[ROLE] = meta.role;
  });
}

/** The OpenAPI 3.1 document of everything under /api/v1, streams included, with each operation's role. */
export async function openApiDocument(): Promise<OpenAPI.Document> {
  const document = await generator.generate(contract, {
    info: { title: "Lemma", version: packageJson.version },
    servers: [{ url: "/api/v1" }],
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    security: [{ key: [] }],
  });
  addRoles(document);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const stream of streams) {
    paths[stream.path] = { [stream.method.toLowerCase()]: streamOperation(stream) };
  }
  return { ...document, paths: { ...document.paths, ...paths } };
}
