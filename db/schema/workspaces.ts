import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { user } from "./identity";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const workspace = pgTable("workspace", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** True in the demo: every page says *Sandbox* while its providers are emulated. */
  isSandbox: boolean("is_sandbox").notNull().default(false),
  /** Which calls keep what they said: every one, those that failed, waited or changed something, or none. */
  callDetail: text("call_detail", { enum: ["all", "notable", "none"] }).notNull().default("notable"),
  callRetentionDays: integer("call_retention_days").notNull().default(30),
  /** The most calls of all its people and keys together; null for no limit. */
  callsPerMinute: integer("calls_per_minute"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const member = pgTable(
  "member",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "admin", "member", "viewer"] }).notNull(),
    /** Which workspace a session acts in when the request names none: the last used one. */
    lastUsedAt: instant("last_used_at").notNull().defaultNow(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("member_workspace_user").on(table.workspaceId, table.userId),
    index("member_user").on(table.userId, table.lastUsedAt),
  ],
);

export const invitation = pgTable(
  "invitation",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    /** A note for whom the link is meant; the link itself is the proof. */
    email: text("email"),
    role: text("role", { enum: ["admin", "member", "viewer"] }).notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    createdBy: text("created_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: text("accepted_by"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("invitation_workspace").on(table.workspaceId, table.id)],
);

export const apiKey = pgTable(
  "api_key",
  {
    id: text("id").primaryKey(),
    workspaceId: text("workspace_id")
      .notNull()
      .references(() => workspace.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The first characters of the key, enough to recognise it in a list. */
    prefix: text("prefix").notNull(),
    /** sha256 of the whole key, base64url. The key itself is never stored. */
    hash: text("hash").notNull().unique(),
    scopes: text("scopes").array().notNull(),
    createdBy: text("created_by"),
    expiresAt: instant("expires_at"),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    /** The most calls of this key; null for no limit but the workspace's. */
    callsPerMinute: integer("calls_per_minute"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("api_key_workspace").on(table.workspaceId, table.id)],
);

/** One row per change, chained by hash within a workspace: a removed or edited row breaks every later hash. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    workspaceId: text("workspace_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    actorKind: text("actor_kind", { enum: ["user", "api_key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    target: text("target").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.seq] })],
);

/** The end of each workspace's audit chain; its row lock puts concurrent writers in order. */
export const auditHead = pgTable("audit_head", {
  workspaceId: text("workspace_id").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
});
