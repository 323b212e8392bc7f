import { openTestDatabase } from "@/db/testing";
import { type Env, parseEnv } from "@/server/lib/env";
import { createEgress } from "@/server/lib/http/egress";
import { createLog } from "@/server/lib/log";
import { Secret } from "@/server/lib/secret";
import { openVault } from "@/server/vault/open-vault";
import { installRuntime, type Runtime, uninstallRuntime } from "./runtime";

/**
 * A whole runtime on a database of its own, with loopback reachable for the stand-ins. `close` undoes everything.
 * `env` adds to the variables; `overrides` replaces parsed ones, such as `connectorEndpoints`.
 */
export async function createTestRuntime(options: { env?: Record<string, string>; overrides?: Partial<Env> } = {}): Promise<{ runtime: Runtime; close: () => Promise<void> }> {
  const parsed = parseEnv({ NODE_ENV: "test", LOG_LEVEL: "silent", PUBLIC_URL: "http://localhost:3000", EGRESS_ALLOW: "127.0.0.0/8,::1/128,localhost", ...options.env });
  const env: Env = { ...parsed, ...options.overrides };
  const database = await openTestDatabase();
  const vault = await openVault({
    db: database.db,
    secret: new Secret("a vault secret that only tests use"),
    salt: new Secret("a salt that only tests use"),
    iterations: 1_000,
  });
  const log = createLog(env.logLevel);
  const egress = createEgress({ allow: env.egressAllow, allowedOrigins: [] });
  const shutdown = new AbortController();
  const runtime = installRuntime({ env, log, database, vault, egress, shutdown: shutdown.signal });
  return {
    runtime,
    close: async () => {
      shutdown.abort();
      uninstallRuntime();
      await egress.close();
      await database.close();
    },
  };
}
