import { z } from "zod";

// Shared by routers, REST, the API document and forms. The sentences are shown beside the field that they are about.

export const connectionStatuses = ["active", "expired", "invalid", "revoked", "pending", "error"] as const;
export const connectionHealths = ["healthy", "degraded", "failing", "unknown"] as const;
export const authKindNames = ["oauth2", "api_key", "basic", "bearer", "client_credentials", "service_account", "database"] as const;
export const visibilities = ["workspace", "private"] as const;
/** What to press when a connection needs someone. */
const attentionActions = ["reconnect", "resume", "retry", "fix_app"] as const;

const instant = z.iso.datetime().nullable();

/** A connection as every face shows it. Nothing in it is secret. */
export const connectionSchema = z.object({
  id: z.string(),
  /** The connector's slug. */
  mcpId: z.string(),
  connectorName: z.string(),
  /** Paths of the connector's logo on light and on dark ground. */
  logo: z.object({ light: z.string(), dark: z.string() }),
  name: z.string(),
  authKind: z.enum(authKindNames),
  status: z.enum(connectionStatuses),
  health: z.enum(connectionHealths),
  healthReason: z.string().nullable(),
  healthSince: z.iso.datetime(),
  isPaused: z.boolean(),
  needsAttention: z.boolean(),
  attention: z.object({ action: z.enum(attentionActions), message: z.string() }).nullable(),
  visibility: z.enum(visibilities),
  account: z.object({ id: z.string().nullable(), label: z.string().nullable() }),
  scopes: z.array(z.string()),
  /** Non-secret values that the connector's addresses need, such as the shop. */
  inputs: z.record(z.string(), z.string()),
  settings: z.record(z.string(), z.string()),
  tokenExpiresAt: instant,
  /** When the access ends for good unless someone reconnects; null when it renews itself or does not expire. */
  accessEndsAt: instant,
  lastUsedAt: instant,
  lastHealthCheckAt: instant,
  lastError: z.string().nullable(),
  /** The vendor's own words; admins alone see them. */
  lastErrorDetail: z.string().nullable(),
  rotation: z.object({ intervalDays: z.number().nullable(), lastRotatedAt: instant, dueAt: instant, isDue: z.boolean() }),
  createdByName: z.string().nullable(),
  /** The reader made it: they alone can make it private. */
  isOwn: z.boolean(),
  isSandbox: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ConnectionView = z.infer<typeof connectionSchema>;

/** A malformed id has to answer like an unknown one, so its form is not checked here. */
const connectionId = z.string().max(200);
const name = z.string().trim().min(1, "Give the connection a name.").max(80, "Use at most 80 characters.").regex(/^\P{Cc}*$/u, "Use no line breaks or control characters.");
/** Values under the keys that the connector lists in `inputs` and `fields`. */
const values = z.record(z.string().max(100), z.unknown());

export const connectionIdInput = z.object({ connectionId });

export const listConnectionsInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: connectionId.optional(),
  status: z.enum(connectionStatuses).optional(),
  health: z.enum(connectionHealths).optional(),
  mcpId: z.string().max(100).regex(/^\P{Cc}*$/u).optional(),
  needsAttention: z.boolean().optional(),
});
export type ListConnectionsInput = z.output<typeof listConnectionsInput>;

export const listPageInput = connectionIdInput.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type ListPageInput = z.output<typeof listPageInput>;

export const pasteableAuthKinds = ["api_key", "basic", "bearer", "client_credentials", "service_account", "database"] as const;

export const connectWithCredentialInput = z.object({
  mcpId: z.string().max(100),
  authKind: z.enum(pasteableAuthKinds),
  values,
  name: name.optional(),
  visibility: z.enum(visibilities).optional(),
  /** Reconnects this one in place, keeping its id. */
  connectionId: connectionId.optional(),
});
export type ConnectWithCredentialInput = z.output<typeof connectWithCredentialInput>;

export const testCredentialInput = connectWithCredentialInput.pick({ mcpId: true, authKind: true, values: true });
export type TestCredentialInput = z.output<typeof testCredentialInput>;

export const updateConnectionInput = connectionIdInput.extend({
  name: name.optional(),
  visibility: z.enum(visibilities).optional(),
  settings: z.record(z.string().max(100), z.string().max(2_000)).optional(),
  /** Null turns the reminder off. */
  rotationIntervalDays: z.number().int().min(1, "Use at least 1 day.").max(3650, "Use at most 3650 days.").nullable().optional(),
});
export type UpdateConnectionInput = z.output<typeof updateConnectionInput>;

export const rotateConnectionInput = connectionIdInput.extend({ values });
export type RotateConnectionInput = z.output<typeof rotateConnectionInput>;

export const connectorInput = z.object({ connector: z.string().max(100) });
