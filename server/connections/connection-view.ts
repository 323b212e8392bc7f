import type { Connector } from "@/server/catalog/connector";
import { connectorLogo } from "@/server/catalog/connector-summary";
import { isAdmin, type WorkspaceContext } from "@/server/workspaces/context";
import type { ConnectionRow } from "./connection-cache";
import { connectionState } from "./connection-state";
import { isSandboxed } from "./is-sandboxed";
import type { ConnectionView } from "./schema";

/** Of a connector that this version of Patchbay no longer has. */
const unknownLogo = { light: "/icon.svg", dark: "/icon.svg" };
const dayMs = 86_400_000;

/** A connection as every face shows it. `connector` is undefined when there is none any more. */
export function connectionView(ctx: WorkspaceContext, row: ConnectionRow, connector: Connector | undefined, createdByName: string | null, now = new Date()): ConnectionView {
  return {
    id: row.id,
    mcpId: row.connector,
    connectorName: connector?.name ?? row.connector,
    logo: connector ? connectorLogo(connector) : unknownLogo,
    name: row.name,
    authKind: row.authKind,
    ...connectionState(row, now),
    healthReason: row.healthReason,
    healthSince: row.healthSince.toISOString(),
    visibility: row.visibility,
    account: { id: row.accountId, label: row.accountLabel },
    scopes: row.scopes,
    inputs: row.inputs,
    settings: row.settings,
    tokenExpiresAt: iso(row.tokenExpiresAt),
    accessEndsAt: iso(row.refreshExpiresAt),
    lastUsedAt: iso(row.lastUsedAt),
    lastHealthCheckAt: iso(row.lastHealthCheckAt),
    lastError: row.lastError,
    lastErrorDetail: isAdmin(ctx) ? row.lastErrorDetail : null,
    rotation: rotationOf(row, now),
    createdByName,
    isOwn: row.createdBy === ctx.actor.id,
    isSandbox: isSandboxed(ctx.runtime, row.connector),
    createdAt: row.createdAt.toISOString(),
  };
}

function rotationOf(row: ConnectionRow, now: Date): ConnectionView["rotation"] {
  const { rotationIntervalDays: intervalDays } = row;
  const dueAt = intervalDays === null ? null : new Date((row.lastRotatedAt ?? row.createdAt).getTime() + intervalDays * dayMs);
  return { intervalDays, lastRotatedAt: iso(row.lastRotatedAt), dueAt: iso(dueAt), isDue: dueAt !== null && dueAt <= now };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;
