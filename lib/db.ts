import { PrismaPg } from "@prisma/adapter-pg";
import postgres from "postgres";
import { databaseUrl } from "#lib/env.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

/** Two ways to one database: Prisma for single rows, postgres.js for sets, streams and COPY. */
interface Connections {
  prisma: PrismaClient;
  sql: Sql;
}

const asNumber = { to: 20, from: [20], serialize: String, parse: Number };
const asIsoString = {
  to: 1184,
  from: [1082, 1114, 1184],
  serialize: (value: Date | string) => (value instanceof Date ? value.toISOString() : value),
  parse: (text: string) => new Date(text).toISOString(),
};

/** A string is JSON text already, as pg-boss and `${JSON.stringify(value)}::jsonb` send it; anything else is a value. */
const asJson = {
  to: 3802,
  from: [114, 3802],
  serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
};

export type Sql = postgres.Sql<{ bigint: number; date: string }>;
export type SqlTransaction = postgres.TransactionSql<{ bigint: number; date: string }>;

// Kept on globalThis because Next.js evaluates this module once for each server bundle.
const holder = globalThis as typeof globalThis & { lemmaConnections?: Connections };

function connect(): Connections {
  const url = databaseUrl();
  return {
    prisma: new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) }),
    sql: postgres(url, {
      max: 10,
      onnotice: () => {},
      types: { bigint: asNumber, date: asIsoString, json: asJson },
      transform: { column: { from: postgres.toCamel } },
      connection: { application_name: "lemma" },
    }),
  };
}

function connections(): Connections {
  holder.lemmaConnections ??= connect();
  return holder.lemmaConnections;
}

export function prisma(): PrismaClient {
  return connections().prisma;
}

/** Columns come back in camelCase, timestamps as ISO 8601 strings, int8 as number. */
export function sql(): Sql {
  return connections().sql;
}

export async function closeDatabase(): Promise<void> {
  const open = holder.lemmaConnections;
  delete holder.lemmaConnections;
  if (open) await Promise.all([open.prisma.$disconnect(), open.sql.end({ timeout: 5 })]);
}
