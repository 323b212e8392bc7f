import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { startTestPostgres } from "@/db/testing-postgres";

export type OwnPostgres = {
  /** Of an empty database. */
  url: string;
  /** Every row of every table as text. */
  dump(): Promise<string>;
  stop(): Promise<void>;
};

/** A database of a test's own: on the server that `TEST_DATABASE_URL` names, else on one that is started for it. */
export async function openOwnPostgres(): Promise<OwnPostgres> {
  const given = process.env["TEST_DATABASE_URL"];
  return given === undefined || given === "" ? onOwnServer() : onServer(given, async () => undefined);
}

async function onOwnServer(): Promise<OwnPostgres> {
  const server = await startTestPostgres();
  await server.execute(`alter role ${server.username} createdb`);
  const url = new URL(`postgres://${server.host}:${server.port}/${server.database}`);
  Object.assign(url, { username: server.username, password: server.password });
  return onServer(url.href, () => server.stop());
}

async function onServer(server: string, stop: () => Promise<void>): Promise<OwnPostgres> {
  const name = `patchbay_contract_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    dump: () => readAll(url.href),
    stop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await stop();
    },
  };
}

async function readAll(url: string): Promise<string> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const tables = await client<{ name: string }[]>`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`;
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await client.unsafe<{ text: string }[]>(`select row_to_json(t)::text as text from ${name} t`);
      texts.push(name, ...rows.map(({ text }) => text));
    }
    return texts.join("\n");
  } finally {
    await client.end();
  }
}
