import { openDatabase } from "@/db/client";
import { startCallRetention } from "@/server/activity/start-call-retention";
import { allowedPrivateOrigins } from "@/server/catalog/endpoints";
import { isCustomSlug } from "@/server/custom-connectors/custom-slug";
import { findConnector } from "@/server/catalog/registry";
import { prepareDemo } from "@/server/demo/prepare-demo";
import { callRecorder } from "@/server/gateway/record-call";
import { callTracer, startCallTracing } from "@/server/gateway/trace-calls";
import type { Env } from "@/server/lib/env";
import { createEgress } from "@/server/lib/http/egress";
import { createLog } from "@/server/lib/log";
import { installRuntime, type Runtime, uninstallRuntime } from "@/server/runtime/runtime";
import { loadOrCreateVaultSecrets } from "@/server/vault/dev-secrets";
import { openVault } from "@/server/vault/open-vault";
import { bootstrapInstance } from "@/server/workspaces/bootstrap-instance";
import { setupLink } from "@/server/workspaces/setup-link";
import { explainDatabaseFailure } from "./explain-start-failure";

export type Booted = {
  runtime: Runtime;
  /** What the operator should read last: the setup link on first boot, the signed-in link in the demo. */
  announcement: string | null;
  /** Tells long work to end, and load balancers to send nothing more. */
  drain(): void;
  /** Closes what was opened, in order. Safe to call twice. */
  close(): Promise<void>;
};

/** Opens everything one process holds, in the order it depends on each other, or refuses with a sentence. */
export async function boot(env: Env): Promise<Booted> {
  const log = createLog(env.logLevel);
  const { secrets, database } = await openStored(env);
  const shutdown = new AbortController();
  try {
    const vault = await openVault({ db: database.db, ...secrets });
    const egress = createEgress({ allow: env.egressAllow, allowedOrigins: allowedPrivateOrigins(env.connectorEndpoints), log });
    for (const slug of Object.keys(env.connectorEndpoints).filter((each) => !findConnector(each) && !isCustomSlug(each))) log.warn(`CONNECTOR_ENDPOINTS names ${slug}, and there is no such connector.`);
    const runtime = installRuntime({ env, log, database, vault, egress, shutdown: shutdown.signal });
    await bootstrapInstance(runtime);
    await startCallTracing(runtime);
    const retention = startCallRetention(runtime);
    const announcement = env.isSandbox ? await prepareDemo(runtime) : await announceSetup(runtime);
    return {
      runtime,
      announcement,
      drain: () => shutdown.abort(),
      close: once(async () => {
        shutdown.abort();
        await retention.stopped();
        await egress.close();
        await callRecorder(runtime).flush();
        await callTracer(runtime).current?.close();
        uninstallRuntime();
        await database.close();
      }),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What lies on the disk or in the database server: it has to be there before anything else can start. */
async function openStored(env: Env) {
  try {
    const secrets = await loadOrCreateVaultSecrets(env);
    return { secrets, database: await openDatabase({ databaseUrl: env.databaseUrl, dataDir: env.dataDir }) };
  } catch (error) {
    throw explainDatabaseFailure(error, env);
  }
}

async function announceSetup(runtime: Runtime): Promise<string | null> {
  const link = await setupLink(runtime);
  return link === null ? null : `Nobody has an account here yet. Open this link to make the first one:\n\n  ${link}\n`;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
