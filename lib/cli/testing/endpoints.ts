import { traverseContractProcedures } from "@orpc/server";
import { contract } from "#lib/api/contract.ts";
import { handleApi } from "#lib/api/handler.ts";
import type { Access, OperationMeta } from "#lib/api/operation.ts";
import { streams } from "#lib/api/streams.ts";

export const ORIGIN = "http://127.0.0.1:3000";
const PREFIX = "/api/v1";

/** One operation of the API as it is reached over HTTP: of the contract, or a stream beside it. */
export interface Endpoint {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly role: Access | undefined;
  readonly stream: boolean;
}

export type Values = Record<string, unknown>;

/** Every operation there is. */
export function allEndpoints(): Endpoint[] {
  const endpoints: Endpoint[] = streams.map(({ name, method, path, role }) => ({
    name,
    method,
    path,
    role,
    stream: true,
  }));
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: operation, path }) => {
    const { route, meta } = operation["~orpc"];
    const { role }: OperationMeta = meta;
    endpoints.push({
      name: path.join("."),
      method: route.method ?? "",
      path: route.path ?? "",
      role,
      stream: false,
    });
  });
  return endpoints;
}

/** Sends a request as it comes over HTTP: what the path doesn't hold is the query of a GET or stream, else JSON. */
export async function callEndpoint(
  endpoint: Endpoint,
  values: Values,
  key: string | undefined,
): Promise<Response> {
  const rest = { ...values };
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const url = new URL(`${ORIGIN}${PREFIX}${path}`);
  const headers = new Headers(key === undefined ? {} : { authorization: `Bearer ${key}` });
  if (endpoint.method === "GET" || endpoint.stream) {
    for (const [name, value] of Object.entries(rest)) url.searchParams.set(name, String(value));
  } else headers.set("content-type", "application/json");
  const request = new Request(url, { method: endpoint.method, headers, body: bodyOf(endpoint, rest) });
  if (!endpoint.stream) return handleApi(request);
  return callRoute(endpoint.path.replace(/\{(\w+)\}/g, "[$1]"), request, values);
}

function bodyOf({ method, stream }: Endpoint, rest: Values): string | null {
  if (method === "GET") return null;
  return stream ? '{"problem": "What is 1 + 1?"}\n' : JSON.stringify(rest);
}

type Route = Record<string, (request: Request, context: { params: Promise<Values> }) => Promise<Response>>;

/** Calls the route handler in a folder below app/api/v1, as Next.js does. */
export async function callRoute(folder: string, request: Request, params: Values): Promise<Response> {
  const file = new URL(`../../../app${PREFIX}${folder}/route.ts`, import.meta.url).href;
  const route: Route = await import(/* @vite-ignore */ file);
  const answer = route[request.method];
  if (!answer) throw new Error(`${file} has no ${request.method}`);
  return answer(request, { params: Promise.resolve(params) });
}
