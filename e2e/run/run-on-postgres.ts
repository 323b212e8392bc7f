import { startTestPostgres } from "@/db/testing-postgres";
import { runVitest } from "./run-vitest";
import type { Outcome } from "./stage";

/** What opens a database; the rest would only run a second time. */
const folders = ["app", "db", "server"];

/** Runs the tests again on a PostgreSQL server of this run's own. */
export async function runOnPostgres(): Promise<Outcome> {
  const server = await startTestPostgres();
  try {
    await server.execute(`alter role ${server.username} createdb`);
    const url = new URL(`postgres://${server.host}:${server.port}/${server.database}`);
    url.username = server.username;
    url.password = server.password;
    return await runVitest({ folders, env: { TEST_DATABASE_URL: url.href } });
  } finally {
    await server.stop();
  }
}
