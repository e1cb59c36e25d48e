/** The parts of an OpenAPI 3.1 document that the reference page shows. */
export interface OpenApiLike {
  paths?: Record<string, Record<string, unknown> | undefined> | undefined;
}

export interface Parameter {
  name: string;
  /** path, query or body */
  place: string;
  type: string;
  required: boolean;
  description: string;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  role: string;
  parameters: Parameter[];
}

export interface OperationGroup {
  tag: string;
  operations: Operation[];
}

type Json = Record<string, unknown>;

const METHODS = ["get", "post", "put", "patch", "delete"];

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A JSON schema in a few words: `string`, `"a" | "b"`, `integer`, `{name, email}`. */
export function typeName(schema: unknown): string {
  if (!isObject(schema)) return "any";
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => JSON.stringify(value)).join(" | ");
  const choices = list(schema["anyOf"] ?? schema["oneOf"]);
  if (choices.length > 0) return [...new Set(choices.map(typeName))].join(" | ");
  if (schema["type"] === "array") return `${typeName(schema["items"])}[]`;
  if (isObject(schema["properties"])) return `{${Object.keys(schema["properties"]).join(", ")}}`;
  if (Array.isArray(schema["type"])) return schema["type"].join(" | ");
  return text(schema["type"]) || "any";
}

function declared(parameter: unknown): Parameter[] {
  if (!isObject(parameter)) return [];
  const schema = parameter["schema"];
  return [
    {
      name: text(parameter["name"]),
      place: text(parameter["in"]),
      type: typeName(schema),
      required: parameter["required"] === true,
      description: text(parameter["description"]) || (isObject(schema) ? text(schema["description"]) : ""),
    },
  ];
}

function bodyParameters(body: unknown): Parameter[] {
  if (!isObject(body) || !isObject(body["content"])) return [];
  const media = Object.values(body["content"])[0];
  const schema = isObject(media) ? media["schema"] : undefined;
  if (!isObject(schema)) return [];
  if (!isObject(schema["properties"])) {
    return [{ name: "(bytes)", place: "body", type: "the file", required: true, description: "" }];
  }
  const required = list(schema["required"]);
  return Object.entries(schema["properties"]).map(([name, property]) => ({
    name,
    place: "body",
    type: typeName(property),
    required: required.includes(name),
    description: isObject(property) ? text(property["description"]) : "",
  }));
}

function operationFrom(method: string, path: string, operation: Json): Operation & { tag: string } {
  return {
    tag: text(list(operation["tags"])[0]) || "Other",
    id: text(operation["operationId"]),
    method: method.toUpperCase(),
    path,
    summary: text(operation["summary"]),
    role: text(operation["x-role"]),
    parameters: [
      ...list(operation["parameters"]).flatMap(declared),
      ...bodyParameters(operation["requestBody"]),
    ],
  };
}

/** Operations by tag, in the document's order. */
export function groupOperations(document: OpenApiLike): OperationGroup[] {
  const groups = new Map<string, Operation[]>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (!isObject(operation)) continue;
      const { tag, ...rest } = operationFrom(method, path, operation);
      groups.set(tag, [...(groups.get(tag) ?? []), rest]);
    }
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }));
}
