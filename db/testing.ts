import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import postgres from "postgres";
import { inject } from "vitest";
import { appendLinesEmbedded, type OpenedDatabase, openDatabase } from "./client";
import { schema } from "./schema/schema";

/** A migrated, empty database of the test file's own: embedded, or a copy on the real Postgres of this run. */
export async function openTestDatabase(): Promise<OpenedDatabase> {
  return inject("postgresUrl") === "" ? copyEmbedded() : copyPostgres();
}

async function copyEmbedded(): Promise<OpenedDatabase> {
  const client = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(await readFile(inject("embeddedSnapshot")))]) });
  const db = drizzle(client, { schema });
  return {
    kind: "embedded",
    db,
    appendLines: (table, columns, lines) => appendLinesEmbedded(client, table, columns, lines),
    ping: async () => void (await db.execute(sql`select 1`)),
    close: () => client.close(),
  };
}

async function copyPostgres(): Promise<OpenedDatabase> {
  const name = `patchbay_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(inject("postgresUrl"), { max: 1 });
  await admin.unsafe(`create database ${name} template ${inject("postgresTemplate")}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  const opened = await openDatabase({ databaseUrl: url.href, dataDir: "" });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
