import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

type PrismaPgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

const charOid = 18;
const textOid = 25;

/**
 * Prisma's adapter for PostgreSQL, made fit for migrations. As published (7.10) it would apply the shadow
 * database's work to the real one when it is given a connection string, cuts scripts at each semicolon, also
 * inside function bodies and strings, and can't read the "char" columns of PostgreSQL's catalog.
 */
export class MigrationAdapters implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  scriptError: Error | undefined;
  readonly #url: string;
  readonly #open = new Set<SqlDriverAdapter>();

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg({ connectionString: this.#url, max: 2 }).connect();
    return this.#keep(adapter, async () => {});
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `lemma_shadow_${randomBytes(6).toString("hex")}`;
    const beside = await new PrismaPg({ connectionString: this.#url, max: 1 }).connect();
    await beside.underlyingDriver().query(`create database "${name}" template template0`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = await new PrismaPg({ connectionString: url.href, max: 2 }).connect();
    return this.#keep(shadow, async () => {
      await beside.underlyingDriver().query(`drop database "${name}" with (force)`);
      await beside.dispose();
    });
  }

  async dispose(): Promise<void> {
    for (const adapter of this.#open) await adapter.dispose();
  }

  /** One message to the server: its statements succeed or fail together, wherever their semicolons are. */
  async #execute(adapter: PrismaPgAdapter, script: string): Promise<void> {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      if (!isDatabaseError(error)) throw error;
      this.scriptError = error;
      const { code, severity, message, detail, column, hint } = error;
      throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
    }
  }

  #keep(adapter: PrismaPgAdapter, afterwards: () => Promise<void>): SqlDriverAdapter {
    const kept: SqlDriverAdapter = {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: readingChars(adapter),
      executeRaw: (query) => adapter.executeRaw(query),
      executeScript: (script) => this.#execute(adapter, script),
      startTransaction: (level) => adapter.startTransaction(level),
      getConnectionInfo: () => adapter.getConnectionInfo(),
      dispose: async () => {
        if (!this.#open.delete(kept)) return;
        await adapter.dispose();
        await afterwards();
      },
    };
    this.#open.add(kept);
    return kept;
  }
}

interface DatabaseError extends Error {
  code: string;
  severity: string;
  detail: string | undefined;
  column: string | undefined;
  hint: string | undefined;
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && "code" in error && "severity" in error;
}

/** Lets the adapter read "char" columns, as text, and returns a `queryRaw` that tells the engine what they were. */
function readingChars(adapter: PrismaPgAdapter): SqlDriverAdapter["queryRaw"] {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const charsOf = new WeakMap<object, number[]>();
  Object.assign(pool, {
    query: async (config: Parameters<typeof query>[0]) => {
      const result = await query(config);
      const chars: number[] = [];
      for (const [place, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== charOid) continue;
        field.dataTypeID = textOid;
        chars.push(place);
      }
      if (chars.length > 0) charsOf.set(result.rows, chars);
      return result;
    },
  });
  return async (given) => {
    const result = await adapter.queryRaw(given);
    for (const place of charsOf.get(result.rows) ?? []) result.columnTypes[place] = ColumnTypeEnum.Character;
    return result;
  };
}
