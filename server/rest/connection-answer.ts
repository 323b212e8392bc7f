import { z } from "@hono/zod-openapi";
import { connectionSchema } from "@/server/connections/schema";

// Schemas that others made may be older than zod's `openapi` method: `describe` is there from the start.
const { shape } = connectionSchema;

/** A connection as the document names it. */
export const connectionDocument = connectionSchema
  .extend({
    id: shape.id.describe("Stays the same however often the account is reconnected."),
    mcpId: shape.mcpId.describe("The connector's id, such as `stripe`."),
    connectorName: shape.connectorName.describe("The connector's name for people."),
    logo: shape.logo.describe("Paths on this server, for light and for dark ground."),
    name: shape.name.describe("What the workspace calls it."),
    authKind: shape.authKind.describe("How it proves itself to the vendor."),
    status: shape.status.describe("Whether the credential is good: `active` is, everything else needs somebody."),
    health: shape.health.describe("How the latest calls and checks went."),
    healthReason: shape.healthReason.describe("Why it is not healthy, in a sentence."),
    healthSince: shape.healthSince.describe("When `health` became what it is."),
    isPaused: shape.isPaused.describe("Somebody turned it off: calls through it are refused."),
    needsAttention: shape.needsAttention.describe("Whether a person has to do something."),
    attention: shape.attention.describe("What a person has to do; null when it works by itself."),
    visibility: shape.visibility.describe("`private` ones are seen by whoever made them alone."),
    account: shape.account.describe("The account at the vendor, as far as it told."),
    scopes: shape.scopes.describe("The permissions that the vendor granted."),
    inputs: shape.inputs.describe("Values that the connector's addresses need, such as the shop. Nothing secret."),
    settings: shape.settings.describe("The connector's own settings, such as a default sender."),
    tokenExpiresAt: shape.tokenExpiresAt.describe("When the present token ends. It is renewed before, where the vendor allows that."),
    accessEndsAt: shape.accessEndsAt.describe("When the access ends for good unless someone reconnects; null when it renews itself or does not expire."),
    lastUsedAt: shape.lastUsedAt.describe("The latest call through it."),
    lastHealthCheckAt: shape.lastHealthCheckAt.describe("The latest check with a real call."),
    lastError: shape.lastError.describe("What went wrong last, in plain words."),
    lastErrorDetail: shape.lastErrorDetail.describe("The vendor's own words; admins alone see them."),
    rotation: shape.rotation.describe("The reminder to replace the credential."),
    createdByName: shape.createdByName.describe("Who connected it."),
    isOwn: shape.isOwn.describe("Whether the caller made it."),
    isSandbox: shape.isSandbox.describe("The vendor is emulated here: nothing real happens."),
    createdAt: shape.createdAt.describe("When it was connected first."),
  })
  .openapi("Connection", {
    example: {
      id: "con_06ezf3h2gxm4w5t8k1r9v7c0dn",
      mcpId: "stripe",
      connectorName: "Stripe",
      logo: { light: "/connectors/stripe.svg", dark: "/connectors/stripe.svg" },
      name: "Acme shop",
      authKind: "api_key",
      status: "active",
      health: "healthy",
      healthReason: null,
      healthSince: "2026-11-02T08:15:00.000Z",
      isPaused: false,
      needsAttention: false,
      attention: null,
      visibility: "workspace",
      account: { id: "acct_1032D82eZvKYlo2C", label: "Acme" },
      scopes: [],
      inputs: {},
      settings: {},
      tokenExpiresAt: null,
      accessEndsAt: null,
      lastUsedAt: "2026-11-21T09:30:12.480Z",
      lastHealthCheckAt: "2026-11-21T09:00:03.112Z",
      lastError: null,
      lastErrorDetail: null,
      rotation: { intervalDays: 90, lastRotatedAt: null, dueAt: "2027-01-31T08:15:00.000Z", isDue: false },
      createdByName: "Ada Lovelace",
      isOwn: true,
      isSandbox: false,
      createdAt: "2026-11-02T08:15:00.000Z",
    },
  });

/** What a route answers that ends with one connection. */
export const connectionAnswer = z.object({ success: z.literal(true), connection: connectionDocument });
