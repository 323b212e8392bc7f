import { and, eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { workspace } from "@/db/schema/workspaces";
import { connectors } from "@/server/catalog/registry";
import type { Connector } from "@/server/catalog/connector";
import { isAppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { provenWorkspaceId } from "@/server/workspaces/context";
import { permissionsOfRole } from "@/server/workspaces/permission";
import { connectWithCredential } from "./connect-with-credential";
import type { ConnectionRow } from "./connection-cache";
import { openCredential } from "./open-credential";
import { updateConnection } from "./update-connection";

const actor = { kind: "system", id: "environment" } as const;

/**
 * Connects what the operator's variables name (`STRIPE_API_KEY`, …) in the bootstrap workspace: once, and again when a
 * value changed. What a vendor refuses, or cannot answer now, is logged and tried at the next start.
 */
export async function seedConnections(runtime: Runtime): Promise<void> {
  const seeded = connectors.filter((connector) => readValues(runtime, connector) !== null);
  const ctx = seeded.length === 0 ? null : await enterBootstrapWorkspace(runtime);
  if (!ctx) return;
  for (const connector of seeded) {
    try {
      await seedConnection(ctx, connector);
    } catch (error) {
      const reason = isAppError(error) ? error.message : "it failed; see the error";
      runtime.log.warn({ err: error, connector: connector.slug }, `${connector.name} was not connected from the environment: ${reason}`);
    }
  }
}

async function seedConnection(ctx: WorkspaceContext, connector: Connector): Promise<void> {
  const { environment } = connector;
  const values = readValues(ctx.runtime, connector);
  if (!environment || !values) return;
  const [before] = await ctx.db
    .select()
    .from(connection)
    .where(and(eq(connection.workspaceId, ctx.workspace.id), eq(connection.connector, connector.slug), eq(connection.createdBy, actor.id)))
    .limit(1);
  if (before && (await holds(ctx.runtime, before, values))) return;
  const connected = await connectWithCredential(ctx, { mcpId: connector.slug, authKind: environment.authKind, values, connectionId: before?.id });
  const settings = readAll(ctx.runtime, environment.settings ?? {});
  if (Object.keys(settings).length > 0) await updateConnection(ctx, { connectionId: connected.id, settings });
  ctx.runtime.log.info(`${connector.name} was connected from the environment.`);
}

/** Null unless every variable of the credential is set. */
function readValues(runtime: Runtime, { environment }: Connector): Record<string, string> | null {
  if (!environment) return null;
  const values = readAll(runtime, environment.values);
  return Object.keys(values).length === Object.keys(environment.values).length ? values : null;
}

function readAll(runtime: Runtime, variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([key, variable]) => {
      const value = runtime.env.read(variable);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

async function holds(runtime: Runtime, row: ConnectionRow, values: Record<string, string>): Promise<boolean> {
  const credential = await openCredential(runtime, row);
  return Object.entries(values).every(([key, value]) => (credential[key]?.reveal() ?? row.inputs[key]) === value);
}

async function enterBootstrapWorkspace(runtime: Runtime): Promise<WorkspaceContext | null> {
  const { db } = runtime.database;
  const [row] = await db.select().from(workspace).where(eq(workspace.slug, runtime.env.bootstrap.workspaceSlug)).limit(1);
  if (!row) return null;
  return {
    runtime,
    db,
    workspace: { id: provenWorkspaceId(row.id), slug: row.slug, name: row.name, isSandbox: row.isSandbox, callDetail: row.callDetail, callsPerMinute: row.callsPerMinute },
    actor,
    permissions: permissionsOfRole("admin"),
    request: { id: newId("request"), ipAddress: null, userAgent: null },
  };
}
