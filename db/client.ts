import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgDatabase, PgQueryResultHKT, PgTable } from "drizzle-orm/pg-core";
import { isBuilding } from "@/server/lib/env";
import { initialiseEmbedded } from "./initialise-embedded";
import { schema } from "./schema/schema";

/** What every query is written against; the embedded and the external database are the same to the rest. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;
/** The argument of `db.transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** A database or a transaction: what a query function takes so that callers decide its bounds. */
export type Queryable = Database | Transaction;

export type OpenedDatabase = {
  kind: "embedded" | "postgres";
  db: Database;
  /**
   * Appends many rows in one statement, the cheapest way in: a parameter per value costs several times as much. A line
   * holds its values with tabs between them, `\N` for null; no value has a tab, a line break or a backslash. All of
   * the lines are stored, or none.
   */
  appendLines(table: PgTable, columns: readonly PgColumn[], lines: Buffer): Promise<void>;
  /** Answers when one round trip worked; throws otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

const migrationsFolder = path.resolve("drizzle");

/** Two processes that boot together must not migrate together; any constant will do. */
const migrationLockId = 7_204_118;

/** Opens the database that the environment names, applies every migration, and says how to close it. */
export async function openDatabase(config: { databaseUrl: string | undefined; dataDir: string }): Promise<OpenedDatabase> {
  if (isBuilding()) {
    throw new Error("A build must not open the database: the page that asked for it has to be dynamic.");
  }
  return config.databaseUrl ? openPostgres(config.databaseUrl) : openEmbedded(config.dataDir);
}

async function openPostgres(url: string): Promise<OpenedDatabase> {
  const [{ default: postgres }, { drizzle }, { migrate }] = await Promise.all([
    import("postgres"),
    import("drizzle-orm/postgres-js"),
    import("drizzle-orm/postgres-js/migrator"),
  ]);
  // `drizzle` replaces the client's date parsers, so a client of its own migrates behind the advisory lock.
  const migrating = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await migrating`select pg_advisory_lock(${migrationLockId})`;
    await migrate(drizzle(migrating, { schema }), { migrationsFolder });
  } finally {
    await migrating.end({ timeout: 5 });
  }
  const client = postgres(url, { max: 10, onnotice: () => undefined });
  const db = drizzle(client, { schema });
  return {
    kind: "postgres",
    db,
    // Not COPY: this client may send another query into the middle of the lines, and never hears that they were refused.
    appendLines: async (table, columns, lines) => void (await client.unsafe(insertLines(table, columns), [lines.toString()])),
    ping: async () => void (await db.execute(sql`select 1`)),
    close: () => client.end({ timeout: 5 }),
  };
}

async function openEmbedded(dataDir: string): Promise<OpenedDatabase> {
  const [{ drizzle }, { mkdir }, { lockFolder }] = await Promise.all([
    import("drizzle-orm/pglite"),
    import("node:fs/promises"),
    import("./folder-lock"),
  ]);
  const folder = path.resolve(dataDir, "db");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  try {
    await initialiseEmbedded(folder);
    const client = await migrateEmbedded(folder);
    const db = drizzle(client, { schema });
    return {
      kind: "embedded",
      db,
      appendLines: (table, columns, lines) => appendLinesEmbedded(client, table, columns, lines),
      ping: async () => void (await db.execute(sql`select 1`)),
      close: async () => {
        try {
          await client.close();
        } finally {
          await unlock();
        }
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** PGlite reads the lines by COPY from a device of its own. */
export async function appendLinesEmbedded(client: PGlite, table: PgTable, columns: readonly PgColumn[], lines: Buffer): Promise<void> {
  await client.query(`copy "${getTableName(table)}" (${namesOf(columns)}) from '/dev/blob'`, [], { blob: new Blob([new Uint8Array(lines)]) });
}

/** Names and types are the schema's, never a caller's. */
function insertLines(table: PgTable, columns: readonly PgColumn[]): string {
  const values = columns.map((column, place) => `field[${place + 1}]::${column.getSQLType()}`).join(", ");
  return `insert into "${getTableName(table)}" (${namesOf(columns)}) select ${values} from string_to_table($1, E'\\n') as line, string_to_array(line, E'\\t', E'\\\\N') as field where line <> ''`;
}

const namesOf = (columns: readonly PgColumn[]) => columns.map(({ name }) => `"${name}"`).join(", ");

/** Postgres' own defaults reserve 128 MB for a server with a hundred clients; here it is one, inside this process. */
const embeddedSettings = ["-c", "shared_buffers=32MB", "-c", "max_connections=5"];

/** Opens the folder (or memory, without one) and applies the migrations. */
export async function migrateEmbedded(folder: string | undefined) {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("drizzle-orm/pglite"),
    import("drizzle-orm/pglite/migrator"),
  ]);
  const client = await PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...embeddedSettings] });
  try {
    await migrate(drizzle(client, { schema }), { migrationsFolder });
    return client;
  } catch (error) {
    await client.close();
    throw error;
  }
}
