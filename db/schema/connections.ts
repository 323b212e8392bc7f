import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, unique } from "drizzle-orm/pg-core";
import { workspace } from "./workspaces";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const strings = (name: string) =>
  jsonb(name)
    .$type<Record<string, string>>()
    .notNull()
    .default(sql`'{}'::jsonb`);

export const connection = pgTable(
  "connection",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    connector: text("connector").notNull(),
    authKind: text("auth_kind", {
      enum: ["oauth2", "api_key", "basic", "bearer", "client_credentials", "service_account", "database"],
    }).notNull(),
    name: text("name").notNull(),
    accountId: text("account_id"),
    accountLabel: text("account_label"),
    status: text("status", { enum: ["active", "expired", "invalid", "revoked", "pending", "error"] }).notNull(),
    health: text("health", { enum: ["healthy", "degraded", "failing", "unknown"] }).notNull(),
    /** Why health is what it is and what to do, in words for the person. Null while healthy. */
    healthReason: text("health_reason"),
    healthSince: instant("health_since").notNull().defaultNow(),
    visibility: text("visibility", { enum: ["workspace", "private"] }).notNull(),
    scopes: text("scopes").array().notNull(),
    /** Non-secret values that the connector's URLs need: shop, subdomain, data centre, instance URL. */
    inputs: strings("inputs"),
    /** The connector's own settings form: from address, phone number, default channel. */
    settings: strings("settings"),
    /** What of the connector's call policy is different here; parsed by the gateway's schema. */
    policy: jsonb("policy")
      .$type<Record<string, unknown>>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    oauthAppId: text("oauth_app_id"),
    /** Grows by one whenever the credential changes; caches are keyed by it and late writers are refused by it. */
    credentialVersion: integer("credential_version").notNull().default(1),
    tokenExpiresAt: instant("token_expires_at"),
    refreshExpiresAt: instant("refresh_expires_at"),
    pausedAt: instant("paused_at"),
    lastHealthCheckAt: instant("last_health_check_at"),
    lastUsedAt: instant("last_used_at"),
    errorCount: integer("error_count").notNull().default(0),
    /** In words for the person. */
    lastError: text("last_error"),
    /** What the vendor really said, for admins. */
    lastErrorDetail: text("last_error_detail"),
    createdBy: text("created_by").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    lastRotatedAt: instant("last_rotated_at"),
    rotationIntervalDays: integer("rotation_interval_days"),
    consentGivenAt: instant("consent_given_at").notNull(),
    dataResidency: text("data_residency"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("connection_workspace").on(table.workspaceId, table.id),
    index("connection_workspace_connector").on(table.workspaceId, table.connector),
  ],
);

/** One sealed field of a connection's credential. AAD = workspace + connection + field. */
export const credential = pgTable(
  "credential",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    workspaceId: text("workspace_id").notNull(),
    field: text("field").notNull(),
    sealed: text("sealed").notNull(),
    keyVersion: integer("key_version").notNull(),
    rowVersion: integer("row_version").notNull().default(1),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.field] }),
    index("credential_key_version").on(table.keyVersion),
  ],
);

/** Who may refresh a connection's token now. `fence` grows with each taking, so a late owner's write is refused. */
export const refreshLease = pgTable("refresh_lease", {
  connectionId: text("connection_id")
    .primaryKey()
    .references(() => connection.id, { onDelete: "cascade" }),
  owner: text("owner").notNull(),
  fence: integer("fence").notNull(),
  expiresAt: instant("expires_at").notNull(),
});

export const connectionEvent = pgTable(
  "connection_event",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").notNull(),
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    kind: text("kind", {
      enum: [
        "connected",
        "reconnected",
        "refreshed",
        "refresh_failed",
        "checked",
        "paused",
        "resumed",
        "renamed",
        "settings_changed",
        "visibility_changed",
        "rotated",
        "health_changed",
      ],
    }).notNull(),
    /** One sentence for the timeline. */
    message: text("message").notNull(),
    actorKind: text("actor_kind", { enum: ["user", "api_key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("connection_event_connection").on(table.connectionId, table.id)],
);

/** One call through the gateway, written in batches off the hot path. What it said is in `call_detail`. */
export const call = pgTable(
  "call",
  {
    id: text("id").notNull(),
    workspaceId: text("workspace_id").notNull(),
    connectionId: text("connection_id").notNull(),
    connector: text("connector").notNull(),
    actorKind: text("actor_kind", { enum: ["user", "api_key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    method: text("method").notNull(),
    host: text("host").notNull(),
    path: text("path").notNull(),
    /** The vendor's status; null when none arrived. */
    status: integer("status"),
    errorCode: text("error_code"),
    durationMs: integer("duration_ms").notNull(),
    createdAt: instant("created_at").notNull(),
    /** As every answer carries it in `x-request-id`. */
    requestId: text("request_id").notNull(),
    /** Which door it came through. */
    source: text("source", { enum: ["proxy", "operation", "rest", "mcp", "check", "sync", "webhook", "replay"] }).notNull(),
    /** The name of the operation, where one was run. */
    operation: text("operation"),
    /** How long it stood in line for the vendor's budget. */
    waitedMs: integer("waited_ms").notNull(),
    /** How often it was sent; 0 when it never was. */
    attempts: smallint("attempts").notNull(),
    cache: text("cache", { enum: ["hit", "revalidated", "stored", "bypassed"] }),
    breaker: text("breaker", { enum: ["closed", "half_open", "open"] }).notNull(),
    requestBytes: bigint("request_bytes", { mode: "number" }).notNull(),
    responseBytes: bigint("response_bytes", { mode: "number" }).notNull(),
    hasDetail: boolean("has_detail").notNull(),
  },
  (table) => [
    // Also the order of the activity page: one index less to keep on the hottest table.
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("call_connection").on(table.connectionId, table.id),
    // Of the few that people look for: these cost nothing for a call that went well. The activity page repeats each
    // condition word for word.
    index("call_failed").on(table.workspaceId, table.id).where(sql`error_code is not null or status is null or status >= 400`),
    index("call_held").on(table.workspaceId, table.id).where(sql`attempts > 1 or waited_ms > 0`),
    index("call_cached").on(table.workspaceId, table.id).where(sql`cache in ('hit', 'revalidated')`),
  ],
);

/** What a call said, scrubbed of secrets and cut to size, for as long as the workspace keeps it. */
export const callDetail = pgTable(
  "call_detail",
  {
    workspaceId: text("workspace_id").notNull(),
    callId: text("call_id").notNull(),
    query: text("query"),
    requestHead: jsonb("request_head").$type<Record<string, string>>().notNull(),
    requestBody: text("request_body"),
    isRequestCut: boolean("is_request_cut").notNull(),
    responseHead: jsonb("response_head").$type<Record<string, string>>().notNull(),
    responseBody: text("response_body"),
    isResponseCut: boolean("is_response_cut").notNull(),
    /** What the gateway did and why, in order: waits, attempts, retries, refreshes. */
    decisions: jsonb("decisions").$type<{ at: number; kind: string; text: string }[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.callId] })],
);

/**
 * The answer to a call that carries an `Idempotency-Key`. It is written as `started` before anything is sent; a row
 * that stays so when its owner is gone stands for a call whose outcome is unknown.
 */
export const idempotencyRecord = pgTable(
  "idempotency_record",
  {
    workspaceId: text("workspace_id").notNull(),
    connectionId: text("connection_id").notNull(),
    /** sha256 of the key. */
    keyHash: text("key_hash").notNull(),
    /** sha256 of method, address and body: another request under the same key is refused. */
    requestHash: text("request_hash").notNull(),
    state: text("state", { enum: ["started", "answered", "unknown"] }).notNull(),
    /** Who sends it, and until when it is believed to be alive. */
    owner: text("owner").notNull(),
    aliveUntil: instant("alive_until").notNull(),
    status: integer("status"),
    responseHead: jsonb("response_head").$type<Record<string, string | string[]>>(),
    bodySealed: text("body_sealed"),
    keyVersion: integer("key_version"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.connectionId, table.keyHash] }), index("idempotency_record_expires").on(table.expiresAt)],
);

/** How much of a vendor's budget is given out in one window, over all processes; each leases its share in chunks. */
export const budgetWindow = pgTable(
  "budget_window",
  {
    /** The connection, or what else shares a budget. */
    scope: text("scope").notNull(),
    windowSeconds: integer("window_seconds").notNull(),
    startsAt: instant("starts_at").notNull(),
    allowed: integer("allowed").notNull(),
    leased: integer("leased").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.windowSeconds] })],
);

/** An OAuth client registered at a vendor; `workspaceId` null serves the whole instance. */
export const oauthApp = pgTable(
  "oauth_app",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id").references(() => workspace.id, { onDelete: "cascade" }),
    connector: text("connector").notNull(),
    clientId: text("client_id").notNull(),
    clientSecretSealed: text("client_secret_sealed").notNull(),
    keyVersion: integer("key_version").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [unique("oauth_app_workspace_connector").on(table.workspaceId, table.connector).nullsNotDistinct()],
);

/** One attempt to connect by OAuth: single use, ten minutes, bound to who started it. */
export const oauthFlow = pgTable(
  "oauth_flow",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    connector: text("connector").notNull(),
    /** sha256 of the `state` parameter; the state itself lives only in the browser and at the vendor. */
    stateHash: text("state_hash").notNull().unique(),
    actorKind: text("actor_kind", { enum: ["user", "api_key"] }).notNull(),
    actorId: text("actor_id").notNull(),
    /** The sign-in session that started it. Null when an API key did: then `browserHash` binds it. */
    sessionId: text("session_id"),
    /** sha256 of the cookie set when a visitor pressed the hosted page's button. */
    browserHash: text("browser_hash"),
    /** The connection to reconnect; null makes a new one. */
    connectionId: text("connection_id"),
    oauthAppId: text("oauth_app_id"),
    inputs: strings("inputs"),
    scopes: text("scopes").array().notNull(),
    verifierSealed: text("verifier_sealed").notNull(),
    /** Where a full-page (popup blocked) flow goes back to: a path of ours. */
    returnTo: text("return_to"),
    name: text("name"),
    visibility: text("visibility", { enum: ["workspace", "private"] }),
    status: text("status", { enum: ["pending", "exchanging", "connected", "failed"] }).notNull(),
    resultConnectionId: text("result_connection_id"),
    /** Why it failed and what to do, for the person. */
    failure: text("failure"),
    failureDetail: text("failure_detail"),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("oauth_flow_expires").on(table.expiresAt)],
);

/** A service that somebody misses in the catalog. `wish` is the name as it is compared: one wish a person and name. */
export const connectorRequest = pgTable(
  "connector_request",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    wish: text("wish").notNull(),
    /** What they would do with it. */
    purpose: text("purpose"),
    requestedBy: text("requested_by").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [unique("connector_request_wish").on(table.workspaceId, table.wish, table.requestedBy)],
);
