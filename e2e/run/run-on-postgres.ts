import { startTestPostgres } from "@/db/testing-postgres";
import { findDatabaseTests } from "./find-database-tests";
import { runVitest } from "./run-vitest";
import type { Outcome } from "./stage";

const folders = ["app", "db", "server"];

/** Runs the tests that open a database again, on a PostgreSQL server of this run's own. */
export async function runOnPostgres(): Promise<Outcome> {
  const server = await startTestPostgres();
  try {
    await server.execute(`alter role ${server.username} createdb`);
    const url = new URL(`postgres://${server.host}:${server.port}/${server.database}`);
    url.username = server.username;
    url.password = server.password;
    return await runVitest({ files: findDatabaseTests(folders), env: { TEST_DATABASE_URL: url.href } });
  } finally {
    await server.stop();
  }
}
